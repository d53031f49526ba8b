import { describe, expect, it } from 'vitest';
import { resolveVuaOptions } from './vua-options.ts';

const page = (lang: string) => ({ baseURI: 'https://shop.example/p/1?x=1', documentElement: { lang } });

describe('resolveVuaOptions', () => {
  it('reads folders relative to the page and asks the server beside the assets', () => {
    expect(resolveVuaOptions({ assetsUrl: '/vua' }, page('vi'))).toMatchObject({ assetsUrl: new URL('https://shop.example/vua/'), apiUrl: new URL('https://shop.example/'), locale: 'vi' });
    const other = resolveVuaOptions({ assetsUrl: 'https://cdn.example/a/', apiUrl: 'https://api.example/vua' }, page('en-GB'));
    expect([other.assetsUrl.href, other.apiUrl.href, other.locale]).toEqual(['https://cdn.example/a/', 'https://api.example/vua/', 'en']);
  });

  it('speaks Vietnamese where the page speaks neither language, and works without a page', () => {
    expect(resolveVuaOptions({ assetsUrl: '/vua/' }, page('fr')).locale).toBe('vi');
    expect(resolveVuaOptions({ assetsUrl: '/vua' }, { ...page('vi'), baseURI: 'capacitor://localhost/index.html' }).assetsUrl.href).toBe('capacitor://localhost/vua/');
    expect(resolveVuaOptions({ assetsUrl: 'https://cdn.example/a' }, undefined).assetsUrl.href).toBe('https://cdn.example/a/');
  });

  it('refuses what is no address and no language of ours', () => {
    expect(() => resolveVuaOptions({ assetsUrl: 'http://' }, page('vi'))).toThrow(TypeError);
    for (const url of ['javascript:alert(1)', 'javascript://shop.example/%0aalert(1)', 'data:text/html,x', 'blob:https://shop.example/1', 'about:blank', 'ftp://shop.example/']) {
      expect(() => resolveVuaOptions({ assetsUrl: url }, page('vi')), url).toThrow(TypeError);
      expect(() => resolveVuaOptions({ assetsUrl: '/vua/', apiUrl: url }, page('vi')), url).toThrow(TypeError);
    }
    expect(() => resolveVuaOptions({ assetsUrl: '/vua/', locale: 'fr' as 'vi' }, page('vi'))).toThrow(TypeError);
  });

  it('names what is wrong, and the attribute of the script tag that gave it', () => {
    expect(() => resolveVuaOptions({ assetsUrl: 'http://' }, page('vi'))).toThrow("assetsUrl is no address of files: 'http://'");
    expect(() => resolveVuaOptions({ assetsUrl: '/vua/', apiUrl: 'http://' }, page('vi'))).toThrow("apiUrl (data-api-url of the script tag) is no address of files: 'http://'");
    expect(() => resolveVuaOptions({ assetsUrl: '/vua/', calibration: 'fields' as 'field' }, page('vi'))).toThrow("calibration (data-calibration of the script tag) must be 'field' or 'synthetic', got 'fields'");
  });
});
