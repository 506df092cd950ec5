import * as fc from 'fast-check';

/** What a client does with a connection, one thing after the other. */
export interface SocketScript {
  /** Pieces that are written one by one; `{token}` stands for a session. */
  readonly pieces: readonly string[];
  /** How the client leaves: it stops talking but listens on, or it is gone. */
  readonly end: 'half-close' | 'destroy' | 'reset';
}

const DATA = '/services/data/v60.0';
const AUTHORIZED = 'Host: org.example\r\nAuthorization: Bearer {token}\r\n';

/** All of them are refused or cut short: none may change anything. */
const REQUESTS = [
  `GET ${DATA}/limits HTTP/1.1\r\n${AUTHORIZED}\r\n`,
  `GET ${DATA}/query?q=SELECT+Id+FROM+Account HTTP/1.0\r\n${AUTHORIZED}\r\n`,
  `POST ${DATA}/sobjects/Account HTTP/1.1\r\n${AUTHORIZED}Content-Type: application/json\r\nContent-Length: 200\r\n\r\n{"Name":"cut`,
  `POST ${DATA}/sobjects/Account HTTP/1.1\r\n${AUTHORIZED}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{"Name":"\r\n`,
  `POST ${DATA}/sobjects/Account HTTP/1.1\r\n${AUTHORIZED}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
  `POST ${DATA}/sobjects/Account HTTP/1.1\r\n${AUTHORIZED}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  `POST ${DATA}/sobjects/Account HTTP/1.1\r\n${AUTHORIZED}Content-Length: -1\r\n\r\n`,
  `POST ${DATA}/sobjects/Account HTTP/1.1\r\n${AUTHORIZED}Content-Type: application/json\r\nContent-Length: 9\r\n\r\n{"Name": }`,
  `POST ${DATA}/sobjects/Account HTTP/1.1\r\n${AUTHORIZED}Content-Encoding: gzip\r\nContent-Length: 9\r\n\r\nnot gzip!`,
  `POST ${DATA}/sobjects/ContentVersion HTTP/1.1\r\n${AUTHORIZED}Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 40\r\n\r\n--b\r\nContent-Disposition: form-data; name=`,
  `POST ${DATA}/sobjects/Account HTTP/1.1\r\n${AUTHORIZED}Expect: 100-continue\r\nContent-Length: 10\r\n\r\n`,
  `GET ${DATA}/limits HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n`,
  `GET ${DATA}/limits HTTP/1.1\r\n\r\n`,
  `GET ${DATA}/limits\r\n`,
  `GET  HTTP/1.1\r\nHost: a\r\n\r\n`,
  `GET http://other.example/${DATA}/limits HTTP/1.1\r\n${AUTHORIZED}\r\n`,
  `OPTIONS * HTTP/1.1\r\n${AUTHORIZED}\r\n`,
  `CONNECT org.example:443 HTTP/1.1\r\n${AUTHORIZED}\r\n`,
  `TRACE / HTTP/1.1\r\n${AUTHORIZED}\r\n`,
  `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n`,
  `GET / HTTP/1.1\r\n${AUTHORIZED}Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n`,
  `GET / HTTP/1.1\r\n${AUTHORIZED}X: ${'x'.repeat(70_000)}\r\n\r\n`,
  `GET /${'a'.repeat(70_000)} HTTP/1.1\r\n${AUTHORIZED}\r\n`,
  `GET / HTTP/1.1\r\n${'X-Many: 1\r\n'.repeat(3_000)}\r\n`,
  'GET / HTTP/1.1\r\nHost: a\r\n folded: header\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: a\r\nNo colon\r\n\r\n',
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001',
  '\r\n\r\n\r\n',
  '',
] as const;

/** Requests in pieces, doubled, cut anywhere, or with garbage between them. */
export function socketScripts(): fc.Arbitrary<SocketScript> {
  const garbage = fc.string({ unit: 'binary', maxLength: 20 });
  const request = fc
    .tuple(fc.constantFrom(...REQUESTS), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(5))
    .map(([text, place, choice]) => (choice === 0 ? text.slice(0, Math.round(place * text.length)) : text));
  const pieces = fc.array(fc.oneof({ weight: 4, arbitrary: request }, { weight: 1, arbitrary: garbage }), {
    minLength: 1,
    maxLength: 3,
  });
  const end = fc.constantFrom(
    'half-close' as const,
    'half-close' as const,
    'destroy' as const,
    'reset' as const,
  );
  return fc.record({ pieces, end });
}
