// A child of soql-kit.mjs: what importing the SOQL kit, or the package it is compared with, costs a fresh process.
const LOADERS = {
  kit: () =>
    Promise.all([import('../../dist/soql/parser/soql-parser.js'), import('../../dist/soql/soql-printer.js')]),
  'soql-parser-js': () => import('@jetstreamapp/soql-parser-js'),
};
const start = performance.now();
await LOADERS[process.argv[2]]();
process.send({ milliseconds: performance.now() - start });
