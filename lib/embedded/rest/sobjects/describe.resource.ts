import type { DataResource } from '../resource.interface.js';
import { metadataAnswer } from './metadata-answer.js';
import { describeFor } from './sobject-description.js';
import { requireObject } from './sobject-request.js';

export const describeResource: DataResource = {
  path: '/sobjects/:sobject/describe',
  methods: { GET: (call) => metadataAnswer(call, describeFor(call, requireObject(call))) },
};
