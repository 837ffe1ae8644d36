import type { ThemeConfig } from 'antd';

export const THEME: ThemeConfig = {
  token: {
    colorPrimary: '#1d5c96',
    colorLink: '#1d5c96',
    colorError: '#b3261e',
    colorText: '#1c2733',
    colorTextSecondary: '#55636f',
    colorTextDescription: '#55636f',
    colorTextPlaceholder: '#5f6c77',
    colorBorder: '#d5dde4',
    colorBgLayout: '#f3f6f8',
    borderRadius: 8,
    fontSize: 15,
    fontFamily: "-apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
  },
};
