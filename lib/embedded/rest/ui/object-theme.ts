import { createHash } from 'node:crypto';
import type { ObjectSchema } from '../../catalog/object-schema.js';

/** Colours that the platform gives to its own objects. */
const COLORS: Readonly<Record<string, string>> = {
  Account: '7F8DE1',
  Campaign: 'F49756',
  Case: 'F2CF5B',
  Contact: 'A094ED',
  Lead: 'F88962',
  Opportunity: 'FCB95B',
};

/** The colour of an object: its own, or one drawn from its name. */
export function themeColor({ name }: ObjectSchema): string {
  return COLORS[name] ?? createHash('sha256').update(name).digest('hex').slice(0, 6).toUpperCase();
}

export function themeColors(object: ObjectSchema) {
  return [{ color: themeColor(object), context: 'primary', theme: 'theme4' }];
}

export function iconUrl(origin: string, { name, definition }: ObjectSchema): string {
  const icon = definition.custom ? 'custom/custom1' : `standard/${name.toLowerCase()}`;
  return `${origin}/img/icon/t4v35/${icon}_120.png`;
}
