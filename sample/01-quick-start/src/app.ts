import { type INestApplication, ValidationPipe } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { SalesforceExceptionFilter } from 'nestjs-salesforce';

/** What the application is made of beside its modules, the same for `main.ts` and for the tests. */
export function configure(app: INestApplication): INestApplication {
  app.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true, forbidNonWhitelisted: true }));
  app.useGlobalFilters(new SalesforceExceptionFilter(app.getHttpAdapter()));
  app.enableShutdownHooks();
  const description = new DocumentBuilder()
    .setTitle('nestjs-salesforce quick start')
    .setDescription('Accounts, contacts and opportunities of a Salesforce org')
    .build();
  SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, description));
  return app;
}
