/* The document of the district in this page's address, shown by Swagger UI. Its own file: the policy forbids inline scripts. */
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', follow);
follow();

window.SwaggerUIBundle({
  url: `openapi.json${window.location.search}`,
  dom_id: '#documentation',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  filter: true,
  persistAuthorization: false,
  tryItOutEnabled: true,
  validatorUrl: null,
  onComplete() {
    // Swagger UI leaves both without a name.
    document.querySelector('.operation-filter-input')?.setAttribute('aria-label', 'Filter by tag');
    document.querySelector('#servers')?.setAttribute('aria-label', 'Server');
  },
});
