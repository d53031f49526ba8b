import { openFakeServer, type FakeAnswer, type FakeServer } from './fake-server.ts';

export interface FakeImages extends FakeServer {
  /** @returns the address at which it is served from now on */
  publish(name: string, bytes: Uint8Array): string;
  /** @returns an address that leads to another */
  redirect(name: string, to: string): string;
}

/** A host of pictures, as the networks have them beside their APIs: what it does not know is gone. */
export async function openFakeImages(): Promise<FakeImages> {
  const served = new Map<string, FakeAnswer>();
  const server = await openFakeServer(({ pathname }) => served.get(pathname) ?? { status: 410, json: 'URL signature expired' });
  const serve = (name: string, answer: FakeAnswer): string => {
    served.set(`/${name}`, answer);
    return `${server.url}/${name}?sig=1`;
  };
  return {
    ...server,
    publish: (name, bytes) => serve(name, { status: 200, headers: { 'content-type': 'image/jpeg' }, bytes }),
    redirect: (name, location) => serve(name, { status: 302, headers: { location }, json: '' }),
  };
}
