// A child of embedded-server.mjs: an embedded org over HTTP, alone in its process, that says on request what the process has
// used so far.
import { EmbeddedOrg } from 'nestjs-salesforce/embedded';

const org = await EmbeddedOrg.create();
const { url } = await org.listen({ port: 0 });
process.on('message', () => {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  process.send({ cpuSeconds: (user + system) / 1e6, bytes: process.memoryUsage.rss() });
});
process.once('disconnect', () => void org.close());
process.send({ url, token: org.accessToken });
