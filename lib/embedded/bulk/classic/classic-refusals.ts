import { OrgError } from '../../org-error.js';

// What Bulk API 1.0 says when it refuses a call: the code of an exception, and a text.

export type ExceptionCode =
  | 'ClientInputError'
  | 'FeatureNotEnabled'
  | 'InvalidBatch'
  | 'InvalidJob'
  | 'InvalidJobState'
  | 'InvalidSessionId'
  | 'InvalidUrl'
  | 'InvalidVersion'
  | 'InvalidXml';

export function classicRefusal(code: ExceptionCode, message: string): OrgError {
  return new OrgError(code, message);
}

/** For a body that is no job, or says of it what no job can be. */
export function unparsableJob(): OrgError {
  return classicRefusal('InvalidJob', 'Unable to parse Job');
}

/** How codes of the REST API are called here. */
const CODES: Readonly<Record<string, ExceptionCode>> = {
  FEATURENOTENABLED: 'FeatureNotEnabled',
  INVALIDJOB: 'InvalidJob',
  INVALIDJOBSTATE: 'InvalidJobState',
  XML_PARSER_ERROR: 'InvalidXml',
};

/** The refusal of something that the APIs share. */
export function asClassicRefusal({ errorCode, message }: OrgError): OrgError {
  return new OrgError(
    CODES[errorCode] ?? errorCode,
    message.replace(/^(?:Invalid\w+|FeatureNotEnabled) : /, ''),
  );
}
