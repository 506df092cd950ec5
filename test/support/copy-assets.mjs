// Copies what the compiler leaves behind: the embedded org's catalog (nest-cli.json names the same files).
import { cpSync } from 'node:fs';

cpSync('lib/embedded/catalog/objects', 'dist/embedded/catalog/objects', { recursive: true });
