import { VALUE_KIND_NAME } from '../../../../components/codes/kind-names.ts';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import type { Mappings } from './queries.ts';
import { MAPPING_TEXTS } from './texts.ts';

/** What the values of files are, by the mapping of the file wizard. */
export const FilesCard = ({ files }: { files: Mappings['files'] }) =>
  files.length > 0 && (
    <Card aria-labelledby="files">
      <CardHeader className="border-b-0">
        <div>
          <CardTitle id="files">Files</CardTitle>
          <p className="text-muted text-xs">{MAPPING_TEXTS.files()}</p>
        </div>
      </CardHeader>
      {files.map(({ name, values }) => (
        <details key={name} className="border-line border-t px-4 py-2.5 sm:px-5">
          <summary className="cursor-pointer">
            <bdi className="font-medium">{name}</bdi>{' '}
            <span className="text-muted text-xs">{values.length}</span>
          </summary>
          <ul className="mt-2 flex flex-col gap-1">
            {values.map(({ kind, value, code }) => (
              <li key={`${kind} ${value}`} className="wrap-anywhere">
                <span className="text-muted text-xs">{VALUE_KIND_NAME[kind]}</span> <bdi>{value}</bdi>{' '}
                <span aria-hidden>→</span> <bdi>{code ?? 'rows ignored'}</bdi>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Card>
  );
