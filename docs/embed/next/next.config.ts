/** Where the collector runs, read when the site is built; the browser talks to this site alone. */
const collector = process.env.COLLECTOR ?? 'http://127.0.0.1:8787';

export default {
  async rewrites() {
    return [{ source: '/api/:path*', destination: `${collector}/api/:path*` }];
  },
};
