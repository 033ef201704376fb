"""What is said of the market in the demo, in Simplified Chinese."""

from __future__ import annotations

from typing import Final

from teamops.demo.texts import MarketTalk

MARKET: Final = MarketTalk(
    notes=(
        ("{sector}板块订单回暖，单日上涨{pct}%", "持有的客户可能会问要不要止盈，先问清这笔钱的用途。"),
        ("{sector}中报不及预期，板块下跌{pct}%", "请把手上基金的{sector}持仓比例备好，精确到小数点后一位。"),
        ("{when}两市成交{turnover}亿元，观望情绪较浓", "适合回访前期卖出{sector}股的客户。"),
        ("七天逆回购利率报{repo}%", "闲置资金在{amount}万元以上的客户，值得打一通电话。"),
        ("十年期国债收益率报{bond}%", "债基净值小幅上升，赶在客户自己看到之前讲清原因。"),
        ("总部策略组上调{sector}至超配", "报告共{n}页，结论在第二页。"),
        ("总部策略组下调{sector}至中性", "不要只凭这一条劝客户卖出。"),
        ("融资业务新规{day}起施行", "资产{amount}万元以下的账户沿用现有条款。"),
        ("{weekday}有两只新股可申购（{day}）", "提醒市值{amount}万元以上的客户记得申购。"),
        ("{product}{day}截止认购", "上周营业部有{n}位客户问起。"),
        ("同业打出新客{rate}%的广告", "小字写明只有{n}天，拿给客户看就行，不必争论。"),
        ("居民消费价格同比上涨{pct}%", "存款客户感受最深，聊一聊实际收益，十分钟就够。"),
        ("{day}{time}公布出口数据", "数据出来之前，谈{sector}不要把话说满。"),
        ("隔夜黄金上涨{pct}%", "积存客户买的是均价，不是最高点，这一点要讲明白。"),
        ("美元走强{pct}%，{sector}受拖累", "做出口生意的客户最先看这个。"),
        ("上月全市场基金销量增长{pct}%", "大头进了短债，{sector}主题几乎没有。"),
        ("股指期货{day}交割", "尾盘波动可能加大，提醒盯盘的客户。"),
        ("上市公司中报过半，{sector}表现最好", "平均利润增长{pct}%，对照表留着答疑用。"),
        ("本市商品房成交量上升{pct}%", "等着买房的钱，只能放在随时能取的品种里。"),
        ("税务部门再次解释个人养老金账户", "额度不变，营业部还有{n}位客户今年没有用过。"),
        ("{firm}一带的企业提前发年终奖", "{day}前后员工手上会有闲钱。"),
        ("某同业交易软件{when}宕机到{time}", "不要幸灾乐祸，告诉客户我们遇到这种情况怎么办。"),
    ),
    rising=(
        "高开的可能性大，{sector}有望领涨，上看{high}点。",
        "{low}至{high}点之间震荡上行，资金偏好{sector}。",
        "升势延续，{high}点以下的回落可以利用。",
        "涨多跌少，关键看量能，{sector}走在前面。",
        "只要{sector}稳得住，指数有望修复到{high}点。",
    ),
    quiet=(
        "{low}至{high}点横盘，消息面清淡。",
        "{day}数据公布前以静制动，{sector}内部轮动。",
        "方向不明，{low}和{high}点都还有距离。",
        "缩量等待，{sector}原地踏步。",
        "总体平稳，{sector}小幅波动。",
    ),
    falling=(
        "走势偏弱，可能下探{low}点，{sector}承压。",
        "{sector}获利盘兑现，指数向{low}点回落。",
        "谨慎为主，{high}点以下反弹多半会遇到抛压。",
        "{sector}企稳之前跌多涨少。",
        "低开可能性大，{low}点附近应有支撑。",
    ),
    held=(
        "判断成立：{when}收于{close}点，{moved}。",
        "看对了，{when}{moved}，收报{close}点。",
        "与预期一致，{when}综合指数{moved}，收{close}点。",
        "方向无误：{when}收盘{close}点，{moved}。",
    ),
    partly=(
        "对了一半：{when}{moved}，收于{close}点，波动来得比预想晚。",
        "部分符合，{when}收{close}点，{moved}。",
        "方向仍不明朗：{when}{moved}，收盘{close}点。",
        "不算对也不算错，{when}以{close}点收盘，{moved}。",
    ),
    missed=(
        "判断失误：{when}{moved}，收于{close}点，方向相反。",
        "看错了，{when}收报{close}点，{moved}，对量能估计不足。",
        "市场走了反方向，{when}{moved}，收{close}点。",
        "没有应验：{when}收盘{close}点，{moved}，消息在晨会之后才出来。",
    ),
    closed=(
        "休市，判断留到{when}再看。",
        "其间没有交易，{when}之前无从检验。",
        "{when}恢复交易，结论未定。",
    ),
)
