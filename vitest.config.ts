import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['surety-source'] },
  ssr: { resolve: { conditions: ['surety-source'] } },
  test: {
    include: ['packages/*/src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'threads',
  },
});
