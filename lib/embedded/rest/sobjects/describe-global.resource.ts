import type { DataResource } from '../resource.interface.js';
import { metadataAnswer } from './metadata-answer.js';
import { describeGlobalFor } from './sobject-description.js';

export const describeGlobalResource: DataResource = {
  path: '/sobjects',
  methods: { GET: (call) => metadataAnswer(call, describeGlobalFor(call)) },
};
