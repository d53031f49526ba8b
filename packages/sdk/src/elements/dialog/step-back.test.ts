import { expect, it } from 'vitest';
import { type StepPage, stepBack } from './step-back.ts';

/** A page with a history of its own; `settle` brings the steps that were asked for. */
function memoryPage() {
  const target = new EventTarget();
  const steps: string[] = ['shop'];
  let asked = 0;
  const pressBack = (): void => {
    steps.pop();
    target.dispatchEvent(new Event('popstate'));
  };
  const page: StepPage = {
    history: { state: { scroll: 3 }, pushState: (state) => void steps.push(JSON.stringify(state)), back: () => void asked++ },
    addEventListener: (type, listener, options) => target.addEventListener(type, listener, options),
  };
  const settle = (): void => {
    for (; asked > 0; asked--) pressBack();
  };
  return { page, steps, pressBack, settle, target, asked: () => asked };
}

it('closes on Back, once, and the page stays where it was', async () => {
  const { page, steps, pressBack, asked } = memoryPage();
  let closed = 0;
  const leave = stepBack(() => void closed++, new AbortController().signal, page);
  expect(steps).toEqual(['shop', '{"scroll":3}']);
  pressBack();
  await leave();
  expect([closed, asked(), steps]).toEqual([1, 0, ['shop']]);
});

it('takes its step back where something else closed it, tells when that is done, and no router hears of it', async () => {
  const { page, steps, settle, target, asked } = memoryPage();
  let heard = 0;
  const leave = stepBack(() => { throw new Error('closed twice'); }, new AbortController().signal, page);
  target.addEventListener('popstate', () => void heard++);
  const leaving = Promise.all([leave(), leave()]);
  expect(asked()).toBe(1);
  settle();
  await leaving;
  expect([steps, heard]).toEqual([['shop'], 0]);
});

it('leaves the history alone where the page has gone elsewhere, or has none', async () => {
  const { page, asked } = memoryPage();
  const gone = new AbortController();
  const leave = stepBack(() => undefined, gone.signal, page);
  gone.abort();
  await leave();
  expect(asked()).toBe(0);
  const refused: StepPage = { ...page, history: { ...page.history, pushState: () => { throw new DOMException('', 'SecurityError'); } } };
  await stepBack(() => undefined, new AbortController().signal, refused)();
  expect(asked()).toBe(0);
});
