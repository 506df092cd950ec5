/** The REST API version that is used unless an organisation's options name another one (Summer '26). */
export const DEFAULT_API_VERSION = '67.0';

/** SOAP `login()` is absent from version 65.0 on; this is the last one that has it. */
export const SOAP_LOGIN_API_VERSION = '64.0';
