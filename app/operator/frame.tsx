import type { ReactNode } from 'react';
import { BrandMark } from '../../components/shell/brand.tsx';
import { ThemeButton } from '../../components/shell/theme-button.tsx';
import { EndButton } from './end-button.tsx';
import { OPERATOR_PAGE_TEXTS } from './texts.ts';

/** The frame of the operator's page: no district and no menu. */
export const Frame = ({ madeBy, children }: { madeBy: string; children: ReactNode }) => (
  <div className="flex min-h-dvh flex-col">
    <header className="sticky top-0 z-30 flex h-13 items-center gap-1 border-line border-b bg-canvas px-2 sm:px-4 lg:px-6">
      <BrandMark className="size-7 shrink-0" />
      <span className="mr-auto truncate px-2 font-semibold">Campus</span>
      <span className="truncate px-2 text-muted max-sm:hidden">
        <bdi>{OPERATOR_PAGE_TEXTS.signedIn(madeBy)}</bdi>
      </span>
      <ThemeButton />
      <EndButton />
    </header>
    <main className="mx-auto flex w-full max-w-7xl grow flex-col gap-6 px-4 py-6 sm:px-6 lg:px-8">
      <div>
        <h1 className="font-semibold text-xl tracking-tight">Operator</h1>
        <p className="mt-0.5 text-pretty text-muted">{OPERATOR_PAGE_TEXTS.lead()}</p>
      </div>
      {children}
    </main>
  </div>
);
