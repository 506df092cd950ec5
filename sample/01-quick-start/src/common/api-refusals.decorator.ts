import { applyDecorators } from '@nestjs/common';
import { ApiBadRequestResponse, ApiNotFoundResponse, ApiUnprocessableEntityResponse } from '@nestjs/swagger';

/** Documents how the routes of a controller refuse: the pipe answers 400, and `SalesforceExceptionFilter` all three. */
export function ApiRefusals(): ClassDecorator {
  return applyDecorators(
    ApiBadRequestResponse({ description: 'Malformed: nothing was sent to Salesforce' }),
    ApiNotFoundResponse({ description: 'There is no such record' }),
    ApiUnprocessableEntityResponse({ description: "Refused by Salesforce, with Salesforce's own message" }),
  );
}
