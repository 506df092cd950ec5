import { setTimeout } from 'node:timers/promises';
import { contactCsv } from './contact-data.mjs';

const JOBS = '/services/data/v67.0/jobs';
const POLL_MILLISECONDS = 20;

/** Bulk 2.0 jobs over contacts, and how many rows of them the org does a second. */
export class BulkJobs {
  #org;

  constructor(org) {
    this.#org = org;
  }

  async ingest(from, to) {
    const csv = contactCsv(from, to);
    return this.#rate(async () => {
      const { id } = await this.#org.json('POST', `${JOBS}/ingest`, {
        object: 'Contact',
        operation: 'insert',
      });
      await this.#org.call('PUT', `${JOBS}/ingest/${id}/batches`, csv, 'text/csv');
      await this.#org.json('PATCH', `${JOBS}/ingest/${id}`, { state: 'UploadComplete' });
      const { numberRecordsProcessed, numberRecordsFailed } = await this.#done(`${JOBS}/ingest/${id}`);
      if (numberRecordsFailed !== 0) throw new Error(`${numberRecordsFailed} rows failed`);
      return numberRecordsProcessed;
    });
  }

  async query() {
    return this.#rate(async () => {
      const query = 'SELECT Id, FirstName, LastName, Email, Phone FROM Contact';
      const { id } = await this.#org.json('POST', `${JOBS}/query`, { operation: 'query', query });
      await this.#done(`${JOBS}/query/${id}`);
      let rows = 0;
      for (let locator = ''; locator !== 'null';) {
        const after = locator === '' ? '' : `?locator=${locator}`;
        const { headers } = await this.#org.call('GET', `${JOBS}/query/${id}/results${after}`);
        rows += Number(headers['sforce-numberofrecords']);
        locator = headers['sforce-locator'];
      }
      return rows;
    });
  }

  async #done(path) {
    for (;;) {
      const job = await this.#org.json('GET', path);
      if (job.state === 'JobComplete') return job;
      if (job.state === 'Failed') throw new Error(job.errorMessage);
      await setTimeout(POLL_MILLISECONDS);
    }
  }

  async #rate(work) {
    const before = await this.#org.usage();
    const start = performance.now();
    const rows = await work();
    const seconds = (performance.now() - start) / 1000;
    const { cpuSeconds } = await this.#org.usage();
    return { core: Math.round(rows / (cpuSeconds - before.cpuSeconds)), clock: Math.round(rows / seconds) };
  }
}
