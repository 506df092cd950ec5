/** Which fields of an object become properties; `*` in a name stands for any text. */
export interface FieldSelection {
  /** @default all */
  readonly include?: readonly string[];
  /** @default none */
  readonly exclude?: readonly string[];
}

/**
 * How `inspect` writes the entities of an org. The config file and the command's flags say the same.
 *
 * @publicApi
 */
export interface InspectOptions {
  /** Folder the files are written to. @default 'src/salesforce' */
  readonly out?: string;
  /** Names of objects, or patterns in which `*` stands for any text: `Account`, `*__c`. @default all objects */
  readonly include?: readonly string[];
  /** Names or patterns of objects to leave out. @default none */
  readonly exclude?: readonly string[];
  /**
   * Which fields become properties, by the name or pattern of the object; a field has to pass every selection whose
   * pattern matches. The id always stays.
   * @default all fields
   */
  readonly fields?: Readonly<Record<string, FieldSelection>>;
  /**
   * Names of one's own, by what they replace: `Account` for a class, `Account.AnnualRevenue` for a property, and for a
   * relation its relationship, `Account.Owner` or `Account.Contacts`. What is called otherwise in code that is there already
   * stays so.
   */
  readonly names?: Readonly<Record<string, string>>;
  /** What every class name starts with. @default nothing */
  readonly classPrefix?: string;
  /** Decorators of class-validator for lengths, picklists, email addresses, URLs and the ranges of numbers. @default false */
  readonly validators?: boolean;
  /** Decorators of `@nestjs/swagger`. @default false */
  readonly swagger?: boolean;
  /** What imports of the other files end with. @default '.js' */
  readonly importExtension?: '.js' | '.ts' | '';
  /** One file an object, or one for all. @default 'files' */
  readonly layout?: 'files' | 'file';
  /** Comment at the top of every file. @default none */
  readonly header?: string;
  /**
   * Namespace that the connection's options state: custom names with its prefix are written without.
   * @default none
   */
  readonly namespace?: string;
  /**
   * Whether the build emits decorator metadata, as tsc and swc do with `emitDecoratorMetadata`; without, every field says its
   * type.
   * @default true
   */
  readonly decoratorMetadata?: boolean;
}
