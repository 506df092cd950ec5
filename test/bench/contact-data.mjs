// What the suites of the embedded org fill it with and ask for.

/** Contacts of so many numbers, as the CSV of a bulk job. */
export function contactCsv(from, to) {
  const lines = ['FirstName,LastName,Email,Phone,Title'];
  for (let i = from; i < to; i++) {
    lines.push(`Ada,Number ${i},ada.${i}@customer.example,+1 555 ${i},Engineer ${i % 50}`);
  }
  return `${lines.join('\n')}\n`;
}

/** A contact of a number, as the body of a record. */
export function contactBody(number) {
  return {
    FirstName: 'Ada',
    LastName: `Number ${number}`,
    Email: `ada.${number}@customer.example`,
    Phone: `+1 555 ${number}`,
    Title: `Engineer ${number % 50}`,
  };
}

/** Finds the contact of a number. */
export function contactQuery(number) {
  return `SELECT Id, Name, Email FROM Contact WHERE Name = 'Ada Number ${number}'`;
}

/** Numbers from 0 to 1, the same ones in every run. */
export function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
