import { describe, expect, it } from '@jest/globals';
import { errorDocument, writeJson } from '../../../../lib/cli/output/json-output.js';
import { MalformedQueryException } from '../../../../lib/exceptions/malformed-query.exception.js';

describe('writeJson', () => {
  it('writes one document', () => {
    const written: string[] = [];
    writeJson({ out: (text) => void written.push(text) }, { objects: ['Account'] });
    expect(written).toEqual(['{\n  "objects": [\n    "Account"\n  ]\n}']);
  });
});

describe('errorDocument', () => {
  it('has what programs tell errors by', () => {
    expect(
      errorDocument(new MalformedQueryException('unexpected token', { errorCode: 'MALFORMED_QUERY' })),
    ).toEqual({
      error: {
        name: 'MalformedQueryException',
        code: 'SF_MALFORMED_QUERY',
        errorCode: 'MALFORMED_QUERY',
        message: 'unexpected token',
      },
    });
    expect(errorDocument(new TypeError('x'))).toEqual({ error: { name: 'TypeError', message: 'x' } });
  });
});
