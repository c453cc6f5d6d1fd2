import { describe, expect, it } from 'vitest';
import { escapeMarkup } from './escape.ts';
import { glyph, glyphMarkup, type GlyphName } from './glyphs.ts';
import { TOPIC_GROUP_ICONS } from '../contract/catalogue.ts';
import { channelIcons, topicGroupIcons, uiIcons } from './icon-markup.ts';
import { channelIcon, iconSprite, spriteIcon, topicGroupIcon, uiIcon } from './icons.ts';
import { logoPlate } from './logo.ts';

const hostile = `<script>alert("x")</script>&'`;
const markups = (table: Record<string, string>): [string, string][] => Object.entries(table);

describe('glyphs', () => {
  it('are all different and take the colour of the text', () => {
    const all = Object.values(glyphMarkup);
    expect(new Set(all).size).toBe(all.length);
    for (const markup of all) {
      expect(markup).toContain('currentColor');
      expect(markup).not.toMatch(/#[0-9a-f]{3,6}|rgb|var\(/i);
    }
  });

  it('stay silent beside their word and speak when alone', () => {
    for (const name of Object.keys(glyphMarkup) as GlyphName[]) expect(glyph(name)).toContain('aria-hidden="true"');
    expect(glyph('concluded', { label: 'Sonuçlandırıldı' })).toContain('role="img" aria-label="Sonuçlandırıldı"');
  });
});

describe('icons', () => {
  it.each([uiIcons, channelIcons, topicGroupIcons].flatMap(markups))('%s is drawn', (_name, markup) => {
    expect(markup).toMatch(/^(<(path|circle|rect) [^<>]+\/>)+$/);
    expect(markup).not.toContain('NaN');
  });

  it('make a sprite of twelve under 4 kB', () => {
    expect(Object.keys(uiIcons)).toHaveLength(12);
    expect(iconSprite().length).toBeLessThan(4096);
    for (const name of Object.keys(uiIcons)) expect(iconSprite()).toContain(`id="i-${name}"`);
    expect(spriteIcon('close', { label: 'Kapat' })).toContain('href="#i-close"');
  });

  it('have a drawing for each picture a topic group may be given', () => {
    expect(Object.keys(topicGroupIcons)).toEqual([...TOPIC_GROUP_ICONS]);
    expect(topicGroupIcon('road')).not.toBe(topicGroupIcon('question'));
  });

  it('escape the spoken name', () => {
    const label = hostile;
    for (const svg of [uiIcon('close', { label }), channelIcon('phone', { label }), glyph('received', { label })]) {
      expect(svg).not.toContain('<script');
      expect(svg).toContain('&lt;script&gt;');
    }
  });
});

describe('escapeMarkup', () => {
  it('leaves no sign that opens a tag or ends an attribute', () => {
    expect(escapeMarkup(hostile)).toBe('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;');
    expect(escapeMarkup('a\u0000b\u001fc\nİıŞş 😀')).toBe('abc\nİıŞş 😀');
  });
});

describe('logoPlate', () => {
  it('writes the initials readably on any colour', () => {
    expect(logoPlate({ initials: 'Ü', brand: '#ffd500', name: 'Ümraniye' })).toContain('fill="#1C1B1A"');
    expect(logoPlate({ initials: 'Ç', brand: '#00538f', name: 'Çiğli' })).toContain('fill="#ffffff"');
  });

  it('keeps hostile names and colours out', () => {
    expect(logoPlate({ initials: '<script>', brand: '#00538f', name: hostile })).not.toContain('<script');
    expect(() => logoPlate({ initials: 'A', brand: '"><script>', name: 'x' })).toThrow(RangeError);
  });
});
