/** What a page shows that came without the token of its server. Its looks are loaded with the page: see start.tsx. */
export function NoToken() {
  return (
    <main style={{ maxWidth: '36rem', margin: '12vh auto', padding: 16 }}>
      <div className="empty">
        <strong>This page needs the whole address that `surety serve` printed</strong>
        <p>
          It ends in <code>#token=…</code>, which lets nobody else on this machine read or write the case. Open that
          address once; this browser keeps it.
        </p>
      </div>
    </main>
  );
}
