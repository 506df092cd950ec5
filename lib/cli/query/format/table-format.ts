import type { WireRecord } from '../../../protocol/query-response.interface.js';
import { isChildren } from '../result/record-column.js';
import { resultColumns } from '../result/result-columns.js';
import type { ResultColumn, ResultSet } from '../result/result-set.interface.js';
import { cellText, padded, widthOf } from './cell-text.js';
import { TableLayout } from './table-layout.js';
import { TextBuffer } from './text-buffer.js';
import type { TextSink } from '../../output/text-sink.interface.js';

const INDENT = '    ';

export interface TableOptions {
  /** Columns of the terminal, for tables to be no wider; those that cannot be are written field by field. */
  readonly width?: number;
  /** Whether the records of subqueries are written below their parent, instead of their number. @default false */
  readonly children?: boolean;
  /** Whether each field has a line of its own, however wide a table would be. @default false */
  readonly vertical?: boolean;
}

type RecordWriter = (record: WireRecord, number: number) => readonly string[];

/** Writes a table for people. Its layout is decided by the first page; the others are written as they come. */
export async function writeTable(
  { columns, pages, title }: ResultSet,
  sink: TextSink,
  options: TableOptions = {},
): Promise<number> {
  const buffer = new TextBuffer(sink);
  let count = 0;
  let linesOf: RecordWriter | undefined;
  if (title !== undefined) buffer.add(`${cellText(title)}\n`);
  for await (const records of pages) {
    if (!linesOf && records.length > 0) {
      const { head, row } = recordWriter(columns, records, options);
      buffer.add(head.map(asLine).join(''));
      linesOf = row;
    }
    for (const record of records) {
      for (const line of linesOf?.(record, ++count) ?? []) buffer.add(asLine(line));
      if (buffer.isFull) await buffer.flush();
    }
    await buffer.flush();
  }
  return count;
}

interface Writers {
  readonly head: readonly string[];
  readonly row: RecordWriter;
}

function recordWriter(
  columns: readonly ResultColumn[],
  first: readonly WireRecord[],
  options: TableOptions,
): Writers {
  const layout = options.vertical ? undefined : TableLayout.of(columns, first, options.width);
  const below = options.children ? (record: WireRecord) => childLines(columns, record, options) : () => [];
  if (!layout) {
    return { head: [], row: (record, number) => [...fieldLines(columns, record, number), ...below(record)] };
  }
  return { head: layout.head, row: (record) => [layout.row(record), ...below(record)] };
}

/** A record field by field, with a line above it. */
function fieldLines(columns: readonly ResultColumn[], record: WireRecord, number: number): readonly string[] {
  const titles = columns.map(({ title }) => cellText(title));
  const widest = Math.max(0, ...titles.map(widthOf));
  return [
    `─── ${number} ───`,
    ...columns.map((column, place) =>
      `${padded(titles[place] ?? '', widest, 'left')}  ${cellText(column.value(record))}`.trimEnd(),
    ),
  ];
}

/** The records of a record's subqueries, as tables further in. */
function childLines(
  columns: readonly ResultColumn[],
  record: WireRecord,
  { width, ...options }: TableOptions,
): readonly string[] {
  const inner = { ...options, width: width === undefined ? undefined : width - INDENT.length };
  return columns.flatMap((column) => {
    const value = column.value(record);
    if (!isChildren(value) || value.records.length === 0) return [];
    const { records } = value;
    const { head, row } = recordWriter(resultColumns(records), records, inner);
    const lines = [
      cellText(column.title),
      ...head,
      ...records.flatMap((child, at) => row(child, at + 1)),
      '',
    ];
    return lines.map((line) => (INDENT + line).trimEnd());
  });
}

function asLine(line: string): string {
  return `${line}\n`;
}
