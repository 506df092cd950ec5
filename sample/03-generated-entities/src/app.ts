import { type INestApplication, ValidationPipe } from '@nestjs/common';
import { SalesforceExceptionFilter } from 'nestjs-salesforce';

/** What the application is made of beside its modules, the same for `main.ts` and for the tests. */
export function configure(app: INestApplication): INestApplication {
  app.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true, forbidNonWhitelisted: true }));
  app.useGlobalFilters(new SalesforceExceptionFilter(app.getHttpAdapter()));
  app.enableShutdownHooks();
  return app;
}
