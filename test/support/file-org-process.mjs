// Serves the org of a database file until it is killed. Tells its parent where, and the token of a session.
import { EmbeddedOrg } from '../../lib/embedded/embedded-org.js';

const org = await EmbeddedOrg.create({ database: process.argv[2] });
const { url } = await org.listen();
process.send({ url, token: org.accessToken });
