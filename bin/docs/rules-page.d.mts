export function rulesPage(markdown: string): string;
export function rulesModule(markdown: string): string;
