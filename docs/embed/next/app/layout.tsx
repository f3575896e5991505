import '@peerscale/react/styles.css';
import type { ReactNode } from 'react';

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <title>Your plans at work</title>
      </head>
      <body>{children}</body>
    </html>
  );
}
