import { wordsOf } from '../words/index.js';

const zh = {
  chooseUnit: '输入单位名称查找', chooseArea: '输入地名查找', choosePerson: '输入姓名查找', chooseCase: '输入内容或编号查找', none: '没有找到', searching: '正在查找…',
  unreachable: '查不到，请检查网络后重新输入',
};

export const usePickerWords = wordsOf('pickers', zh, {
  chooseUnit: 'Type part of the unit’s name', chooseArea: 'Type part of the place’s name', choosePerson: 'Type part of the name', chooseCase: 'Type part of the text or number', none: 'Nothing found',
  searching: 'Looking…', unreachable: 'Could not be looked up; check the network and type again',
});
