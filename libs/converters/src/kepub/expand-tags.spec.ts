import { expandTags } from './expand-tags.js';

describe('Broken markup', () => {
  it.each<[string, string]>([
    ['<i/>a<b />', '<i></i>a<b ></b>'],
    ['<a id="x" />', '<a id="x" ></a>'],
    ['<br/><img src="a"/>', '<br/><img src="a"/>'],
    ['<br></br><hr></hr >', '<br><hr>'],
    ['</p></x>', '</p></x>'],
    ['<a href=x/>b', '<a href=x/>b'],
    ['<a href= "x"/>b', '<a href= "x"></a>b'],
    [`<a title='"/>'>`, `<a title='"/>'>`],
    [`<p it's/>`, `<p it's></p>`],
    ['<![CDATA[a<b]]>', 'a&lt;b'],
    ['<![CDATA[a<b', 'a&lt;b'],
    ['<!-- <i/> -->', '<!-- <i/> -->'],
    ['<!-- <i/>', '<!-- <i/>'],
    ['<script>"<i/>"</SCRIPT><i/>', '<script>"<i/>"</SCRIPT><i></i>'],
    ['<script><i/>', '<script><i/>'],
    ['<script src="a"/><i/>', '<script src="a"></script><i></i>'],
    ['<path d="M"/>', '<path d="M"></path>'],
    ['a < b </ c <3 <', 'a < b </ c <3 <'],
    ['<i a="', '<i a="'],
    ['<i a="x/>', '<i a="x/>'],
  ])('is spelt out: %s', (before, after) => {
    expect(expandTags(before)).toBe(after);
  });
});
