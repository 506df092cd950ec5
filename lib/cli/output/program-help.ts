import { Help, type HelpConfiguration, type Option } from 'commander';

/** How help is written: that a flag is off, or a list empty, where nothing else is said, goes without saying. */
export const PROGRAM_HELP: HelpConfiguration & Pick<Help, 'optionDescription'> = {
  sortSubcommands: true,
  optionDescription(option) {
    return Help.prototype.optionDescription.call(this, isOff(option) ? withoutDefault(option) : option);
  },
};

function isOff({ defaultValue }: Option): boolean {
  return defaultValue === false || (Array.isArray(defaultValue) && defaultValue.length === 0);
}

function withoutDefault(option: Option): Option {
  return Object.assign(Object.create(option) as Option, { defaultValue: undefined });
}
