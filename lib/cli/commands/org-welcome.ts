/** What the org command has to tell once it listens. */
export interface Welcome {
  readonly url: string;
  readonly database: string;
  readonly username: string;
  /** The variable that holds the password, and the password itself where nobody knows it yet. */
  readonly password: { readonly variable: string; readonly made?: string };
  /** Path of the certificate that clients have to trust. */
  readonly certificate?: string;
}

/** How to connect, for programs: the password is there where it was made for this run. */
export function welcomeDocument({ password, ...welcome }: Welcome): object {
  return { ...welcome, ...(password.made !== undefined && { password: password.made }) };
}

/** How to connect, in lines to paste: what every client needs first, then each client's own. */
export function welcomeText(welcome: Welcome): string {
  const { url, database, username, password } = welcome;
  const where = database === ':memory:' ? 'in memory' : `in ${database}`;
  return `Embedded org listening on ${url}, its records ${where}

  export SALESFORCE_LOGIN_URL='${url}'
  export SALESFORCE_USERNAME='${username}'
${passwordLine(password)}
${certificateLines(welcome.certificate)}
A token, by any client id and secret, which the lines below use:
  export SF_ACCESS_TOKEN=$(curl -s ${url}/services/oauth2/token -d grant_type=password -d client_id=any -d client_secret=any \\
    --data-urlencode "username=$SALESFORCE_USERNAME" --data-urlencode "password=$${password.variable}" \\
    | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

curl:
  curl -H "Authorization: Bearer $SF_ACCESS_TOKEN" ${url}/services/data/v67.0/limits

jsforce:
  new jsforce.Connection({ instanceUrl: '${url}', accessToken: process.env.SF_ACCESS_TOKEN })

Salesforce CLI:
  sf org login access-token --instance-url ${url} --alias embedded --no-prompt
  sf data query --target-org embedded --query "SELECT Id, Name FROM Account"
${pythonLines(welcome)}
Ctrl-C stops it.`;
}

function passwordLine({ variable, made }: Welcome['password']): string {
  return made === undefined
    ? `  ${variable}: the password that was given`
    : `  export ${variable}='${made}'   # made for this run`;
}

function certificateLines(path: string | undefined): string {
  if (path === undefined) return '';
  return `
Its certificate, which clients have to trust:
  export NODE_EXTRA_CA_CERTS='${path}' REQUESTS_CA_BUNDLE='${path}' SSL_CERT_FILE='${path}' CURL_CA_BUNDLE='${path}'
`;
}

/** simple-salesforce talks HTTPS only, whatever URL it is given. */
function pythonLines({ url, password }: Welcome): string {
  const simple = url.startsWith('https:')
    ? `
simple-salesforce (Python):
  Salesforce(instance_url='${url}', session_id=os.environ['SF_ACCESS_TOKEN'])
`
    : `
simple-salesforce (Python) needs HTTPS: start with --https.
`;
  return `${simple}
django-salesforce, in settings.DATABASES:
  'salesforce': {'ENGINE': 'salesforce.backend', 'HOST': '${url}', 'CONSUMER_KEY': 'any', 'CONSUMER_SECRET': 'any',
                 'USER': os.environ['SALESFORCE_USERNAME'], 'PASSWORD': os.environ['${password.variable}']}
`;
}
