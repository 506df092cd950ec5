import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { configure } from './app.js';
import { AppModule } from './app.module.js';

const app = configure(await NestFactory.create(AppModule, { logger: ['error', 'warn'] }));
await app.listen(process.env['PORT'] ?? 3000);
const url = (await app.getUrl()).replace('[::1]', 'localhost');

console.log(`
The turbines are at ${url}. Try:

  curl '${url}/turbines?status=running'
  curl '${url}/turbines/statuses'
`);
