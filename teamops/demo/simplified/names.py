"""Names and things of the demo in Simplified Chinese; all of them are made up."""

from __future__ import annotations

from typing import Final

from teamops.demo.texts import Names, Outlet, Vocabulary
from teamops.models.people import Region

_NUMERALS: Final = (
    "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 "
    "二十 二十一 二十二 二十三 二十四 二十五 二十六 二十七 二十八 二十九 三十"
)

NAMES: Final = Names(
    region=Region.CN,
    zone="Asia/Shanghai",
    branch="滨江路营业部",
    branch_en="Riverside Road Branch",
    team="营销一队",
    team_en="Sales Team 1",
    place="二楼会议室",
    groups=tuple((f"{numeral}组", f"Group {n}") for n, numeral in enumerate(_NUMERALS.split(), 1)),
    outlets=(
        Outlet("滨江路网点", "Riverside Road", "大堂经理汤女士"),
        Outlet("北门网点", "North Gate", "值班经理何先生"),
        Outlet("湖畔网点", "Lakeside", "大堂经理戚女士"),
        Outlet("博物馆广场网点", "Museum Square", "三号柜台庞先生"),
        Outlet("老磨坊巷网点", "Old Mill Lane", "大堂经理叶女士"),
        Outlet("东站网点", "Station East", "值班经理卢先生"),
        Outlet("花园台网点", "Garden Terrace", "一号柜台方女士"),
        Outlet("科学园网点", "Science Park", "大堂经理阮先生"),
        Outlet("渔人码头网点", "Fisherman's Wharf", "值班经理包女士"),
        Outlet("学府大道网点", "University Avenue", "大堂经理柯先生"),
        Outlet("银街网点", "Silver Street", "二号柜台邓女士"),
        Outlet("西桥网点", "West Bridge", "大堂经理陶先生"),
        Outlet("果园坡网点", "Orchard Hill", "值班经理梅女士"),
        Outlet("水岸商场网点", "Riverside Mall", "服务台邵先生"),
        Outlet("棉花交易所网点", "Cotton Exchange", "大堂经理兰女士"),
        Outlet("机场路网点", "Airport Road", "值班经理段先生"),
        Outlet("钟楼网点", "Bell Tower", "四号柜台欧女士"),
        Outlet("南岸网点", "South Quay", "大堂经理高先生"),
    ),
    surnames=(
        ("徐", "Xu"), ("李", "Li"), ("王", "Wang"), ("陈", "Chen"), ("刘", "Liu"), ("赵", "Zhao"),
        ("孙", "Sun"),
        ("周", "Zhou"), ("吴", "Wu"), ("郑", "Zheng"), ("林", "Lin"), ("何", "He"), ("郭", "Guo"),
        ("马", "Ma"),
        ("罗", "Luo"), ("梁", "Liang"), ("宋", "Song"), ("谢", "Xie"), ("韩", "Han"), ("唐", "Tang"),
        ("冯", "Feng"),
        ("于", "Yu"), ("董", "Dong"), ("萧", "Xiao"), ("程", "Cheng"), ("曹", "Cao"), ("袁", "Yuan"),
        ("邓", "Deng"),
        ("许", "Xu"), ("傅", "Fu"), ("沈", "Shen"), ("曾", "Zeng"), ("彭", "Peng"), ("吕", "Lü"),
        ("苏", "Su"),
        ("卢", "Lu"), ("蒋", "Jiang"), ("蔡", "Cai"), ("贾", "Jia"), ("丁", "Ding"), ("魏", "Wei"),
        ("薛", "Xue"),
        ("叶", "Ye"), ("阎", "Yan"), ("余", "Yu"), ("潘", "Pan"), ("杜", "Du"), ("戴", "Dai"),
    ),
    given=(
        ("静", "Jing"), ("明", "Ming"), ("芳", "Fang"), ("磊", "Lei"), ("洋", "Yang"), ("浩", "Hao"),
        ("娜", "Na"),
        ("雪梅", "Xuemei"), ("建国", "Jianguo"), ("思远", "Siyuan"), ("晓燕", "Xiaoyan"),
        ("志强", "Zhiqiang"),
        ("雨晴", "Yuqing"), ("文博", "Wenbo"), ("丽华", "Lihua"), ("子涵", "Zihan"), ("海涛", "Haitao"),
        ("春燕", "Chunyan"), ("一鸣", "Yiming"), ("佳怡", "Jiayi"), ("振宇", "Zhenyu"), ("美玲", "Meiling"),
        ("立新", "Lixin"), ("欣然", "Xinran"), ("国栋", "Guodong"), ("若琳", "Ruolin"), ("天佑", "Tianyou"),
        ("秀英", "Xiuying"), ("鹏程", "Pengcheng"), ("诗雅", "Shiya"), ("俊杰", "Junjie"), ("慧敏", "Huimin"),
        ("少华", "Shaohua"), ("婉清", "Wanqing"), ("永康", "Yongkang"), ("嘉宁", "Jianing"),
        ("卫东", "Weidong"),
        ("曼丽", "Manli"), ("宏伟", "Hongwei"), ("语桐", "Yutong"), ("晨光", "Chenguang"),
        ("淑贞", "Shuzhen"),
        ("云飞", "Yunfei"), ("乐山", "Leshan"), ("碧君", "Bijun"), ("启航", "Qihang"), ("念慈", "Nianci"),
        ("世安", "Shian"), ("可心", "Kexin"), ("柏林", "Bolin"), ("清扬", "Qingyang"), ("远帆", "Yuanfan"),
    ),
    full="{surname}{given}",
    latin="{latin_surname} {latin_given}",
    phone="100 0000 {n:04d}",
)  # fmt: skip

VOCABULARY: Final = Vocabulary(
    sectors=(
        "银行", "保险", "券商", "家电", "白酒", "半导体", "锂电池", "光伏", "医药", "物流", "港口", "电力",
        "软件", "汽车零部件", "零售", "地产",
    ),
    products=(
        "两年期债券基金", "货币基金", "指数定投", "红利基金", "可转债基金", "九十天收益凭证", "养老组合",
        "积存金计划", "平衡型基金", "国债逆回购",
        "融资融券账户", "新股申购服务", "每月定投计划", "短债基金", "医疗主题基金",
    ),
    clients=(
        "退休教师梁老师", "便利店老板何先生", "牙医杜医生", "新婚的方先生夫妇", "出租车司机老邱",
        "餐馆老板娘阿珍", "夜班护士小温", "软件工程师费先生", "有两套房的柳阿姨",
        "学生家长安女士", "货代公司的游先生", "酒店经理裴女士", "做家具的老樊", "退休机长康先生",
        "药剂师祝女士", "菜市场的覃姐", "音乐老师乐女士", "土木工程师匡先生",
    ),
    firms=(
        "七丘纺织", "蓝灯笼食品", "北光印刷", "铜壶餐饮", "纸船玩具", "兰苑齿科", "红杉木家具",
        "常青树幼儿园", "飞鹤吊装厂", "三角洲塑料", "银松酒店", "吉星车行",
        "竹林茶业", "花岗峰建筑", "白浪水产", "日出面包房", "玉泉眼镜", "长河水泵", "晨露苗圃", "铁门安保",
        "清水检测", "金穗商贸行", "海湾仓储", "山雀服饰",
    ),
    stops=(
        "博物馆广场", "轮渡码头", "北隧道", "二号线", "高架桥", "银街口", "环路", "机场大巴站", "东站",
        "西桥", "学校路口", "五号线", "老电车站", "滨江隧道",
    ),
    up="涨{pct}%",
    down="跌{pct}%",
    level="基本持平（变动{pct}%）",
)  # fmt: skip
