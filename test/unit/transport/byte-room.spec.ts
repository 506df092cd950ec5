import { describe, expect, it } from '@jest/globals';
import { ByteRoom } from '../../../lib/transport/byte-room.js';

describe('ByteRoom', () => {
  it('holds what was added, in order, however much it is', () => {
    const room = new ByteRoom();
    room.clear(4);
    for (const piece of ['one ', 'two ', 'three']) room.add(Buffer.from(piece));
    expect(room.bytes.toString()).toBe('one two three');
  });

  it('uses its room again', () => {
    const room = new ByteRoom();
    room.clear(1_000);
    room.add(Buffer.from('first'));
    const { buffer } = room.bytes;
    room.clear(900);
    room.add(Buffer.from('next'));
    expect(room.bytes.toString()).toBe('next');
    expect(room.bytes.buffer).toBe(buffer);
  });

  it('takes no length on trust beyond a limit', () => {
    const room = new ByteRoom();
    room.clear(Number.MAX_SAFE_INTEGER);
    room.clear(NaN);
    room.add(Buffer.from('a'));
    expect(room.bytes.toString()).toBe('a');
  });
});
