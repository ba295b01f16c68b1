import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['surety-source'] },
  ssr: { resolve: { conditions: ['surety-source'] } },
  test: {
    include: ['packages/*/src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A browser on a busy machine takes its time; what is waited for is a state, and never a speed.
    expect: { poll: { timeout: 20_000, interval: 50 } },
    pool: 'threads',
  },
});
