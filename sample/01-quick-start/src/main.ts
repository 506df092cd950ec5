import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { configure } from './app.js';
import { AppModule } from './app.module.js';

const app = configure(await NestFactory.create(AppModule, { logger: ['error', 'warn'] }));
await app.listen(process.env['PORT'] ?? 3000);
const url = (await app.getUrl()).replace('[::1]', 'localhost');

console.log(`
The quick start listens on ${url} (its pages: ${url}/docs). Try:

  curl '${url}/accounts?search=wind'
  curl '${url}/opportunities/pipeline'
  curl -X POST ${url}/accounts -H 'Content-Type: application/json' -d '{"name": "Acme", "industry": "Energy"}'
`);
