/** The options of the connections of one `forRoot`; known to its own module alone. */
export const SALESFORCE_OPTIONS = Symbol('SALESFORCE_OPTIONS');

/** The options factory of one `forRootAsync`. */
export const SALESFORCE_OPTIONS_FACTORY = Symbol('SALESFORCE_OPTIONS_FACTORY');

/** The orgs that stand in for those of the options while an application is tested: `name => org`. */
export const SALESFORCE_SUBSTITUTE = Symbol('SALESFORCE_SUBSTITUTE');

/** What one `forRoot` or `forRootAsync` declares, found by walking the modules of the application. */
export const SALESFORCE_DECLARATION = Symbol('SALESFORCE_DECLARATION');

/** Connects eager connections when the application boots. */
export const SALESFORCE_EAGER_CONNECTIONS = Symbol('SALESFORCE_EAGER_CONNECTIONS');

/** Metadata of a custom repository: the entity it serves and the connection, where its decorator names one. */
export const CUSTOM_REPOSITORY_METADATA = Symbol('nestjs-salesforce.custom-repository');

/** Under which name the library writes to the Nest logger. */
export const LOGGER_CONTEXT = 'Salesforce';
