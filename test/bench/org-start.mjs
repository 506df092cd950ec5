// A child of embedded-server.mjs: how long it takes from nothing to an org's first answer within the process.
const started = performance.now();
const { EmbeddedOrg } = await import('nestjs-salesforce/embedded');
const imported = performance.now();
const org = await EmbeddedOrg.create();
const response = await org.transport.dispatch({
  method: 'GET',
  url: `${org.instanceUrl}/services/data/v67.0/query?q=SELECT%20Id%20FROM%20Account`,
  headers: { authorization: `Bearer ${org.accessToken}` },
});
const { totalSize } = JSON.parse(await response.text());
if (totalSize !== 0) throw new Error(`${totalSize} records in a new org`);
const answered = performance.now();
await org.close();
// performance.now() counts from the start of the process.
process.send({ import: imported - started, org: answered - imported, process: answered });
