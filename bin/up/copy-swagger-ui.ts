import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../data-folder.ts';

/** Puts the files of Swagger UI that the documentation page loads where Next serves them from. */
export function copySwaggerUi(): void {
  const to = join(checkout, 'public/swagger');
  mkdirSync(to, { recursive: true });
  for (const name of ['swagger-ui-bundle.js', 'swagger-ui.css'])
    copyFileSync(join(checkout, 'node_modules/swagger-ui-dist', name), join(to, name));
}
