/** One of the SOAP APIs of the org, by the letter in its path. */
export interface SoapApi {
  readonly letter: string;
  /** What the login history calls it. */
  readonly label: string;
  readonly namespace: string;
  readonly faultNamespace: string;
}

const METADATA = 'http://soap.sforce.com/2006/04/metadata';

/** The APIs that have session calls. */
export const LOGIN_APIS: readonly SoapApi[] = [soapApi('u', 'Partner'), soapApi('c', 'Enterprise')];

/** The APIs that this org has not enabled. */
export const ABSENT_APIS: readonly SoapApi[] = [
  { letter: 'm', label: 'Metadata', namespace: METADATA, faultNamespace: METADATA },
  soapApi('T', 'Tooling'),
  {
    letter: 's',
    label: 'Apex',
    namespace: 'http://soap.sforce.com/2006/08/apex',
    faultNamespace: 'http://soap.sforce.com/2006/08/apex',
  },
];

function soapApi(letter: string, label: string): SoapApi {
  const name = label.toLowerCase();
  return {
    letter,
    label,
    namespace: `urn:${name}.soap.sforce.com`,
    faultNamespace: `urn:fault.${name}.soap.sforce.com`,
  };
}
