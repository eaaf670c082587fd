<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About ClaimDesk</source>
        <translation>关于 ClaimDesk</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>An offline desk for shop owners who answer claims on marketplaces. Your data stays in one folder on this computer; ClaimDesk never connects to a network.</source>
        <translation>面向店主的离线工作台，帮您处理平台上的索赔。数据只保存在这台电脑的一个文件夹里，ClaimDesk 从不联网。</translation>
    </message>
    <message>
        <source>Free under the MIT licence. Built with Qt for Python (LGPL), SQLite, Phosphor Icons and the libraries named in the third-party notices.</source>
        <translation>依 MIT 许可证免费使用。基于 Qt for Python（LGPL）、SQLite、Phosphor Icons 以及第三方声明中列出的软件库构建。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>AboutPane</name>
    <message>
        <source>What it is for</source>
        <translation>用途</translation>
    </message>
</context>
<context>
    <name>AskedSection</name>
    <message>
        <source>Asked for when it is used</source>
        <translation>使用时需填写</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a field to fill in</source>
        <translation>添加填写项</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>{words} ({kind})</source>
        <translation>{words}（{kind}）</translation>
    </message>
    <message>
        <source>Nothing: everything comes from the order and the case.</source>
        <translation>无：全部内容来自订单和案件。</translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message>
        <source>Not backed up yet</source>
        <translation>尚未备份</translation>
    </message>
    <message>
        <source>Last backup today {0}</source>
        <translation>上次备份 今天 {0}</translation>
    </message>
    <message>
        <source>Last backup {0}</source>
        <translation>上次备份 {0}</translation>
    </message>
    <message>
        <source>made by you, with all evidence</source>
        <translation>手动备份，含全部证据</translation>
    </message>
    <message>
        <source>made by itself; evidence stays in the data folder</source>
        <translation>自动备份；证据仍在数据文件夹中</translation>
    </message>
    <message>
        <source>made before something was restored, with all evidence</source>
        <translation>恢复之前的备份，含全部证据</translation>
    </message>
    <message>
        <source>the database from before an update of ClaimDesk</source>
        <translation>ClaimDesk 更新之前的数据库</translation>
    </message>
    <message>
        <source>Backed up: {0} ({1})</source>
        <translation>已备份：{0}（{1}）</translation>
    </message>
    <message>
        <source>orders {0}, cases {1}</source>
        <translation>订单 {0}，案件 {1}</translation>
    </message>
    <message>
        <source>Restored: {0}.</source>
        <translation>已恢复：{0}。</translation>
    </message>
    <message>
        <source>Restored as of {0}: {1}.</source>
        <translation>已恢复到 {0}：{1}。</translation>
    </message>
    <message>
        <source>Evidence files missing: {0}.</source>
        <translation>缺少证据文件：{0} 个。</translation>
    </message>
    <message>
        <source>What was here before is kept as {0}.</source>
        <translation>原先的内容已另存为 {0}。</translation>
    </message>
    <message>
        <source>Everything is whole: {0}.</source>
        <translation>一切完好：{0}。</translation>
    </message>
    <message>
        <source>orders {0}, cases {1}, files of evidence {2}</source>
        <translation>订单 {0}，案件 {1}，证据文件 {2}</translation>
    </message>
</context>
<context>
    <name>BackupsCard</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Automatic backup</source>
        <translation>自动备份</translation>
    </message>
    <message>
        <source>within the hour after a change</source>
        <translation>有改动后一小时内自动备份</translation>
    </message>
    <message>
        <source>1 backup, {1}</source>
        <translation>1 个备份，{1}</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>{0} backups, {1}</source>
        <translation>{0} 个备份，{1}</translation>
    </message>
</context>
<context>
    <name>BoxDialog</name>
    <message>
        <source>From the clipboard</source>
        <translation>来自剪贴板</translation>
    </message>
    <message>
        <source>{0}: {1} mails</source>
        <translation>{0}：{1} 封邮件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Mails</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Mail {0}</source>
        <translation>第 {0} 封邮件</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Taken: {0}</source>
        <translation>已接收：{0}</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>未接收</translation>
    </message>
    <message>
        <source>Doubtful sender</source>
        <translation>发件人可疑</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>已收过</translation>
    </message>
    <message>
        <source>No notice</source>
        <translation>不是通知</translation>
    </message>
    <message>
        <source>Several orders</source>
        <translation>涉及多个订单</translation>
    </message>
    <message>
        <source>Order is not here</source>
        <translation>订单不在此处</translation>
    </message>
    <message>
        <source>Who pays?</source>
        <translation>由谁承担？</translation>
    </message>
    <message>
        <source>Read it first</source>
        <translation>请先阅读</translation>
    </message>
    <message>
        <source>Goes to C-{0}</source>
        <translation>归入 C-{0}</translation>
    </message>
    <message>
        <source>Opens a case</source>
        <translation>新建案件</translation>
    </message>
    <message>
        <source>No scenario</source>
        <translation>没有合适的场景</translation>
    </message>
    <message>
        <source>{0} of {1} can be taken without a question.</source>
        <translation>{1} 封中有 {0} 封可直接接收。</translation>
    </message>
    <message>
        <source>Reading the mails…</source>
        <translation>正在读取邮件……</translation>
    </message>
    <message>
        <source>Take all {0}</source>
        <translation>全部接收（{0} 封）</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>全部接收</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0} mails taken, {1} cases opened.</source>
        <translation>已接收 {0} 封邮件，新建 {1} 个案件。</translation>
    </message>
    <message>
        <source>More has happened in one of the cases since. Take it back there, step by step.</source>
        <translation>其中一个案件此后又有新的记录。请在该案件中逐步撤销。</translation>
    </message>
</context>
<context>
    <name>BuyerCard</name>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>No file named the buyer</source>
        <translation>没有文件提供买家姓名</translation>
    </message>
    <message>
        <source>1 order</source>
        <translation>1 个订单</translation>
    </message>
    <message>
        <source>{0} orders</source>
        <translation>{0} 个订单</translation>
    </message>
    <message>
        <source>, open cases on others: {0}</source>
        <translation>，其他订单上有 {0} 个未结案件</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>{0} 年起</translation>
    </message>
</context>
<context>
    <name>BuyerHistory</name>
    <message>
        <source>Buyer history</source>
        <translation>买家记录</translation>
    </message>
    <message>
        <source>Messages {count}</source>
        <translation>消息 {count}</translation>
    </message>
    <message>
        <source>Orders {count}</source>
        <translation>订单 {count}</translation>
    </message>
    <message>
        <source>Cases {count}</source>
        <translation>案件 {count}</translation>
    </message>
    <message>
        <source>first order known</source>
        <translation>首个已知订单</translation>
    </message>
    <message>
        <source>1 more order</source>
        <translation>另有 1 个订单</translation>
    </message>
    <message>
        <source>{count} more orders</source>
        <translation>另有 {count} 个订单</translation>
    </message>
    <message>
        <source>no returns</source>
        <translation>无退货</translation>
    </message>
    <message>
        <source>1 return</source>
        <translation>1 次退货</translation>
    </message>
    <message>
        <source>{count} returns</source>
        <translation>{count} 次退货</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>No other order is known of this buyer.</source>
        <translation>没有这位买家的其他订单。</translation>
    </message>
    <message>
        <source>No case has been opened for this order.</source>
        <translation>此订单还没有案件。</translation>
    </message>
    <message>
        <source>closed {day}</source>
        <translation>{day} 结案</translation>
    </message>
</context>
<context>
    <name>CalendarGrid</name>
    <message>
        <source>{0} more</source>
        <translation>另有 {0} 个</translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>CaseActions</name>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Skip this step</source>
        <translation>跳过这一步</translation>
    </message>
    <message>
        <source>Go to the reply</source>
        <translation>前往回复</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Copy English</source>
        <translation>复制英文</translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation>标记为已发送</translation>
    </message>
    <message>
        <source>Use suggestion</source>
        <translation>采用建议</translation>
    </message>
    <message>
        <source>Next issue</source>
        <translation>下一个问题</translation>
    </message>
    <message>
        <source>Insert into the message</source>
        <translation>插入到消息中</translation>
    </message>
    <message>
        <source>Previous issue</source>
        <translation>上一个问题</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>证据包</translation>
    </message>
    <message>
        <source>Reopen case</source>
        <translation>重新打开案件</translation>
    </message>
    <message>
        <source>Close case</source>
        <translation>结案</translation>
    </message>
</context>
<context>
    <name>CaseCalendar</name>
    <message>
        <source>Earlier weeks</source>
        <translation>往前翻</translation>
    </message>
    <message>
        <source>Later weeks</source>
        <translation>往后翻</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Calendar of deadlines</source>
        <translation>截止时间日历</translation>
    </message>
    <message>
        <source>{0} earlier</source>
        <translation>更早 {0} 个</translation>
    </message>
    <message>
        <source>{0} without a deadline</source>
        <translation>{0} 个无截止时间</translation>
    </message>
</context>
<context>
    <name>CaseChanges</name>
    <message>
        <source>The clock is set by hand.</source>
        <translation>已手动设置时限。</translation>
    </message>
    <message>
        <source>{0} is closed.</source>
        <translation>{0} 已结案。</translation>
    </message>
</context>
<context>
    <name>CaseDossier</name>
    <message>
        <source>Dossier {0}</source>
        <translation>证据包 {0}</translation>
    </message>
    <message>
        <source>ZIP in English</source>
        <translation>英文 ZIP</translation>
    </message>
    <message>
        <source>ZIP in Chinese</source>
        <translation>中文 ZIP</translation>
    </message>
    <message>
        <source>Save the dossier</source>
        <translation>保存证据包</translation>
    </message>
    <message>
        <source>Making the dossier</source>
        <translation>正在生成证据包</translation>
    </message>
    <message>
        <source>{name} is saved in {folder}</source>
        <translation>{name} 已保存到 {folder}</translation>
    </message>
</context>
<context>
    <name>CaseFilterRow</name>
    <message>
        <source>Case, buyer, order</source>
        <translation>案件、买家、订单</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>立案</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Save as filter</source>
        <translation>存为筛选</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天截止</translation>
    </message>
    <message>
        <source>Due within 7 days</source>
        <translation>7 天内截止</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>{0} or more</source>
        <translation>{0} 及以上</translation>
    </message>
</context>
<context>
    <name>CaseHeader</name>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>涉及金额</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>证据包</translation>
    </message>
    <message>
        <source>The evidence, the letter and the history in one file (Ctrl+Shift+D)</source>
        <translation>证据、信函和经过汇成一个文件（Ctrl+Shift+D）</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Close case</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>no outcome recorded</source>
        <translation>未记录结果</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Show clocks, order and timeline (Ctrl+\)</source>
        <translation>显示时限、订单和时间线（Ctrl+\）</translation>
    </message>
</context>
<context>
    <name>CaseScreen</name>
    <message>
        <source>No case is open.</source>
        <translation>没有打开的案件。</translation>
    </message>
    <message>
        <source>Show all cases</source>
        <translation>查看全部案件</translation>
    </message>
    <message>
        <source>The step</source>
        <translation>步骤内容</translation>
    </message>
    <message>
        <source>Clocks, order and timeline</source>
        <translation>时限、订单和时间线</translation>
    </message>
    <message>
        <source>This case cannot be shown.</source>
        <translation>无法显示此案件。</translation>
    </message>
</context>
<context>
    <name>CaseTable</name>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Scenario, buyer</source>
        <translation>场景、买家</translation>
    </message>
    <message>
        <source>Next deadline</source>
        <translation>下一个截止</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>涉及金额</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Platform, shop</source>
        <translation>平台、店铺</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>Amazon</source>
        <translation>亚马逊</translation>
    </message>
    <message>
        <source>DHgate</source>
        <translation>敦煌网</translation>
    </message>
    <message>
        <source>Walmart</source>
        <translation>沃尔玛</translation>
    </message>
    <message>
        <source>AliExpress</source>
        <translation>速卖通</translation>
    </message>
    <message>
        <source>Taobao</source>
        <translation>淘宝</translation>
    </message>
    <message>
        <source>TikTok Shop</source>
        <translation>TikTok Shop</translation>
    </message>
    <message>
        <source>Shopee</source>
        <translation>虾皮</translation>
    </message>
    <message>
        <source>My shop</source>
        <translation>我的店铺</translation>
    </message>
</context>
<context>
    <name>CasesScreen</name>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新建案件</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>{0} open</source>
        <translation>{0} 个未结</translation>
    </message>
    <message>
        <source>1 case</source>
        <translation>1 个案件</translation>
    </message>
    <message>
        <source>{0} cases</source>
        <translation>{0} 个案件</translation>
    </message>
    <message>
        <source>{0} at risk</source>
        <translation>涉及 {0}</translation>
    </message>
    <message>
        <source>{0} selected</source>
        <translation>已选 {0} 个</translation>
    </message>
    <message>
        <source>No case fits the filters.</source>
        <translation>没有符合筛选条件的案件。</translation>
    </message>
    <message>
        <source>No case in “{0}”.</source>
        <translation>“{0}”里没有案件。</translation>
    </message>
    <message>
        <source>Show all open cases</source>
        <translation>查看全部未结案件</translation>
    </message>
    <message>
        <source>No cases yet. Choose an order, and the fitting scenario is suggested.</source>
        <translation>还没有案件。选择一个订单，系统会推荐合适的场景。</translation>
    </message>
    <message>
        <source>No cases yet. Import your orders first; a case starts from an order.</source>
        <translation>还没有案件。案件从订单开始，请先导入订单。</translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation>导入订单</translation>
    </message>
</context>
<context>
    <name>Cautions</name>
    <message>
        <source>This is none of the notices that ClaimDesk knows. Nothing is filled in from it but what stands below.</source>
        <translation>这不是 ClaimDesk 认识的任何一种通知。除下列内容外，不会据此填写任何信息。</translation>
    </message>
    <message>
        <source>We pay</source>
        <translation>由我们承担</translation>
    </message>
    <message>
        <source>The platform pays</source>
        <translation>由平台承担</translation>
    </message>
</context>
<context>
    <name>ChangeScenarioDialog</name>
    <message>
        <source>Change scenario of {0}</source>
        <translation>更换 {0} 的场景</translation>
    </message>
    <message>
        <source>Change scenario</source>
        <translation>更换场景</translation>
    </message>
    <message>
        <source>{0} goes on as “{1}”</source>
        <translation>{0} 现按“{1}”继续</translation>
    </message>
</context>
<context>
    <name>ChangesCard</name>
    <message>
        <source>What changes</source>
        <translation>变更内容</translation>
    </message>
    <message>
        <source>See and choose each change</source>
        <translation>查看并逐项选择</translation>
    </message>
    <message>
        <source>See each change</source>
        <translation>查看每项更改</translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation>其他字段</translation>
    </message>
    <message>
        <source>Untick to leave this as it is in every order.</source>
        <translation>取消勾选后，所有订单的这一项都保持不变。</translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message>
        <source>What changes</source>
        <translation>更改内容</translation>
    </message>
    <message>
        <source>Untick what shall stay as it is. Orders that are new are not listed.</source>
        <translation>取消勾选要保持不变的内容。新订单不在此列出。</translation>
    </message>
    <message>
        <source>What the file tells about orders that were here before.</source>
        <translation>文件对已有订单所做的更改。</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>{wanted} of {count} wanted</source>
        <translation>已选 {wanted} 项，共 {count} 项</translation>
    </message>
    <message>
        <source>{count} more are not listed; leave a whole field as it is on the Import screen.</source>
        <translation>另有 {count} 项未列出；可在导入页面让整个字段保持不变。</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Use this choice</source>
        <translation>使用此选择</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Is now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>将变为</translation>
    </message>
    <message>
        <source>Stays as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Will be changed</source>
        <translation>将被更改</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>ChecksBar</name>
    <message>
        <source>1 value to fill in</source>
        <translation>1 项待填写</translation>
    </message>
    <message>
        <source>{0} values to fill in</source>
        <translation>{0} 项待填写</translation>
    </message>
    <message>
        <source>{0} to fix</source>
        <translation>{0} 项须修改</translation>
    </message>
    <message>
        <source>{0} to check</source>
        <translation>{0} 项待核对</translation>
    </message>
    <message>
        <source>All {0} rules passed</source>
        <translation>{0} 项规则全部通过</translation>
    </message>
    <message>
        <source>{0} rules passed</source>
        <translation>{0} 项规则通过</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Next issue</source>
        <translation>下一个问题</translation>
    </message>
    <message>
        <source>1 rule is off</source>
        <translation>1 项规则已停用</translation>
    </message>
    <message>
        <source>{0} rules are off</source>
        <translation>{0} 项规则已停用</translation>
    </message>
</context>
<context>
    <name>ChecksSection</name>
    <message>
        <source>Policy check</source>
        <translation>规则检查</translation>
    </message>
    <message>
        <source>{what}: “{words}”</source>
        <translation>{what}：“{words}”</translation>
    </message>
    <message>
        <source>Asked for in the case each time.</source>
        <translation>每次在案件中填写。</translation>
    </message>
    <message>
        <source>1 rule found nothing</source>
        <translation>1 条规则未发现问题</translation>
    </message>
    <message>
        <source>{count} rules found nothing</source>
        <translation>{count} 条规则未发现问题</translation>
    </message>
    <message>
        <source>No request for a review or feedback, or to change one</source>
        <translation>没有索要或要求修改评价</translation>
    </message>
    <message>
        <source>No offer with a condition, no threat</source>
        <translation>方案不附带条件，没有威胁</translation>
    </message>
    <message>
        <source>No link, e-mail or phone, no way past the platform</source>
        <translation>没有链接、邮箱、电话，也没有绕开平台</translation>
    </message>
    <message>
        <source>1 hint</source>
        <translation>1 条提示</translation>
    </message>
    <message>
        <source>{count} hints</source>
        <translation>{count} 条提示</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>无问题</translation>
    </message>
    <message>
        <source>1 to check</source>
        <translation>1 处待查</translation>
    </message>
    <message>
        <source>{count} to check</source>
        <translation>{count} 处待查</translation>
    </message>
</context>
<context>
    <name>ChoiceWords</name>
    <message>
        <source>Suggested for this order</source>
        <translation>按此订单推荐</translation>
    </message>
    <message>
        <source>Best fit</source>
        <translation>最符合</translation>
    </message>
    <message>
        <source>Not received</source>
        <translation>未收到货</translation>
    </message>
    <message>
        <source>Not as described</source>
        <translation>与描述不符</translation>
    </message>
    <message>
        <source>Returns and refunds</source>
        <translation>退货与退款</translation>
    </message>
    <message>
        <source>Claims at the platform</source>
        <translation>平台索赔</translation>
    </message>
    <message>
        <source>Chargebacks</source>
        <translation>信用卡拒付</translation>
    </message>
    <message>
        <source>Ratings and feedback</source>
        <translation>差评与店铺反馈</translation>
    </message>
    <message>
        <source>Questions and requests</source>
        <translation>咨询与请求</translation>
    </message>
    <message>
        <source>Not on this platform</source>
        <translation>此平台没有</translation>
    </message>
</context>
<context>
    <name>ClaimantBlock</name>
    <message>
        <source>{0} of {1} orders that may be this buyer’s were claimed or returned</source>
        <translation>可能属于该买家的 {1} 个订单中，有 {0} 个发生过索赔或退货</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between parts of a list</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>same e-mail</source>
        <translation>邮箱相同</translation>
    </message>
    <message>
        <source>same user name</source>
        <translation>用户名相同</translation>
    </message>
    <message>
        <source>same address</source>
        <translation>地址相同</translation>
    </message>
    <message>
        <source>same name and place</source>
        <translation>姓名和城市相同</translation>
    </message>
    <message>
        <source>{0}, same place</source>
        <translation>{0}，城市相同</translation>
    </message>
</context>
<context>
    <name>ClockCard</name>
    <message>
        <source>Passed</source>
        <translation>已过</translation>
    </message>
    <message>
        <source>Safe deadline {0}</source>
        <translation>安全截止 {0}</translation>
    </message>
    <message>
        <source>Set by hand: {0}</source>
        <translation>手动设置：{0}</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>No clock</source>
        <translation>暂无时限</translation>
    </message>
    <message>
        <source>Reopen the case to go on.</source>
        <translation>重新打开案件即可继续。</translation>
    </message>
    <message>
        <source>Nothing is due in this case now.</source>
        <translation>此案件目前没有到期事项。</translation>
    </message>
    <message>
        <source>Hide the source</source>
        <translation>隐藏来源</translation>
    </message>
    <message>
        <source>Source and last check of this rule</source>
        <translation>这条规则的来源和最近核对日期</translation>
    </message>
    <message>
        <source>Set the clock shown on the page</source>
        <translation>设置页面上显示的时限</translation>
    </message>
    <message>
        <source>latest {0}, {1}</source>
        <translation>最晚 {0}，{1}</translation>
    </message>
    <message>
        <source>{0}, expected {1}</source>
        <translation>{0}，预计 {1}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>{0}, please verify</source>
        <translation>{0}，请核实</translation>
    </message>
    <message>
        <source>confidence high</source>
        <translation>可信度高</translation>
    </message>
    <message>
        <source>confidence medium</source>
        <translation>可信度中</translation>
    </message>
    <message>
        <source>confidence low</source>
        <translation>可信度低</translation>
    </message>
    <message>
        <source>Rule {0}, counted from {1}</source>
        <translation>规则 {0}，从 {1} 起算</translation>
    </message>
    <message>
        <source>Source: {0}</source>
        <translation>来源：{0}</translation>
    </message>
    <message>
        <source>Last checked {0}, {1}</source>
        <translation>最近核对 {0}，{1}</translation>
    </message>
    <message>
        <source>You changed this rule: {0}</source>
        <translation>您改过这条规则：{0}</translation>
    </message>
    <message>
        <source>please verify</source>
        <translation>请核实</translation>
    </message>
</context>
<context>
    <name>ClockDialog</name>
    <message>
        <source>{0} (now {1})</source>
        <translation>{0}（现为 {1}）</translation>
    </message>
    <message>
        <source>Set the clock shown on the page</source>
        <translation>设置页面上显示的时限</translation>
    </message>
    <message>
        <source>What the platform prints on the case page wins over every rule. The reason stays in the timeline, and Undo brings the rule back.</source>
        <translation>平台案件页面上显示的时限优先于任何规则。理由会保留在时间线中，撤销即可恢复按规则计算。</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>In the time of</source>
        <translation>所用时区</translation>
    </message>
    <message>
        <source>Such as: the case page says reply by 19 Nov, 11:59 pm</source>
        <translation>例如：案件页面写明请于 11 月 19 日 23:59 前回复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Set the clock</source>
        <translation>设置时限</translation>
    </message>
    <message>
        <source>{0}. This is in the past.</source>
        <translation>{0}。该时间已过。</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>{work} is still under way.</source>
        <translation>{work}，尚未完成。</translation>
    </message>
    <message>
        <source>If you close now, it is stopped and nothing of it is kept. Everything else is saved.</source>
        <translation>现在关闭会停止这项工作，且不保留其内容；其他内容都已保存。</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>继续工作</translation>
    </message>
</context>
<context>
    <name>ColumnsCard</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>{used} used, {rest} ignored</source>
        <translation>使用 {used} 列，忽略 {rest} 列</translation>
    </message>
    <message>
        <source>all {used} used</source>
        <translation>{used} 列全部使用</translation>
    </message>
    <message>
        <source>Column in file</source>
        <translation>文件中的列</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>全部不用</translation>
    </message>
    <message>
        <source>Copy headings only</source>
        <translation>仅复制表头</translation>
    </message>
    <message>
        <source>Without any row, so that you can ask for help without buyers’ data.</source>
        <translation>不含任何数据行，求助时不会泄露买家信息。</translation>
    </message>
    <message>
        <source>Sample values</source>
        <translation>示例值</translation>
    </message>
    <message>
        <source>Field in ClaimDesk</source>
        <translation>ClaimDesk 字段</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>{used} used</source>
        <translation>使用 {used} 列</translation>
    </message>
    <message>
        <source>Missing: {fields}</source>
        <translation>缺少：{fields}</translation>
    </message>
    <message>
        <source>{count} to choose</source>
        <translation>{count} 列待选择</translation>
    </message>
    <message>
        <source>Mapping saved</source>
        <translation>映射已保存</translation>
    </message>
    <message>
        <source>Save mapping</source>
        <translation>保存映射</translation>
    </message>
    <message>
        <source>No column for: {fields}</source>
        <translation>没有对应的列：{fields}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Choose a field</source>
        <translation>选择字段</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>What the newer text changes</source>
        <translation>新版文本的变化</translation>
    </message>
    <message>
        <source>Struck out is what yours says, marked is what came with ClaimDesk. Yours counts until you decide.</source>
        <translation>划掉的是您的文本，标出的是 ClaimDesk 自带的新文本。在您决定之前，使用您的文本。</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Take all of it</source>
        <translation>全部采用</translation>
    </message>
    <message>
        <source>Take this paragraph</source>
        <translation>采用此段</translation>
    </message>
    <message>
        <source>{name} compared with now</source>
        <translation>{name}与现在的对比</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>没有差别。</translation>
    </message>
    <message>
        <source>Struck out is what it said then, marked is what it says now.</source>
        <translation>划掉的是当时的内容，标出的是现在的内容。</translation>
    </message>
    <message>
        <source>Restore this text</source>
        <translation>恢复此文本</translation>
    </message>
    <message>
        <source>1 template changes</source>
        <translation>1 个模板会变更</translation>
    </message>
    <message>
        <source>{count} templates change</source>
        <translation>{count} 个模板会变更</translation>
    </message>
    <message>
        <source>{count} stay as they are</source>
        <translation>{count} 个保持不变</translation>
    </message>
    <message>
        <source>{summary}. Nothing has been changed yet.</source>
        <translation>{summary}。目前没有任何更改。</translation>
    </message>
    <message>
        <source>1 fault, whose template is left out</source>
        <translation>1 处错误，相关模板不会导入</translation>
    </message>
    <message>
        <source>{count} faults, whose templates are left out</source>
        <translation>{count} 处错误，相关模板不会导入</translation>
    </message>
    <message>
        <source>Take in 1 template</source>
        <translation>导入 1 个模板</translation>
    </message>
    <message>
        <source>Take in {count} templates</source>
        <translation>导入 {count} 个模板</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Import templates</source>
        <translation>导入模板</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
</context>
<context>
    <name>ComposerHead</name>
    <message>
        <source>to send</source>
        <translation>发送用</translation>
    </message>
    <message>
        <source>Chinese meaning</source>
        <translation>中文释义</translation>
    </message>
    <message>
        <source>for you to read</source>
        <translation>仅供自己阅读</translation>
    </message>
    <message>
        <source>1 paragraph paired</source>
        <translation>1 段已对应</translation>
    </message>
    <message>
        <source>{0} paragraphs paired</source>
        <translation>{0} 段已对应</translation>
    </message>
    <message>
        <source>{0} paired</source>
        <translation>{0} 段已对应</translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>Earlier contact</source>
        <translation>此前的沟通</translation>
    </message>
    <message>
        <source>Note a contact</source>
        <translation>记录一次沟通</translation>
    </message>
    <message>
        <source>On other orders</source>
        <translation>其他订单</translation>
    </message>
    <message>
        <source>None is known from before this case.</source>
        <translation>此案之前没有已知的沟通。</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>Answer: {0}</source>
        <translation>答复：{0}</translation>
    </message>
    <message>
        <source>Answer after {0}: {1}</source>
        <translation>{0}后答复：{1}</translation>
    </message>
    <message>
        <source>From: {0}</source>
        <translation>来源：{0}</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>The buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>We</source>
        <translation>我方</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他渠道</translation>
    </message>
    <message>
        <source>Note a contact</source>
        <translation>记录一次沟通</translation>
    </message>
    <message>
        <source>For what was said on the phone or outside the platform’s messages. It stands in the thread with its date, marked as noted by hand.</source>
        <translation>用于记录电话或站外沟通的内容。它会带着日期显示在往来消息中，并标明为手工记录。</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>How</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>When ({0})</source>
        <translation>时间（{0}）</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容类型</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Content</name>
    <message>
        <source>Your data could not be opened.</source>
        <translation>无法打开您的数据。</translation>
    </message>
    <message>
        <source>Close ClaimDesk</source>
        <translation>关闭 ClaimDesk</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>This page could not be opened.</source>
        <translation>无法打开此页面。</translation>
    </message>
    <message>
        <source>Your data is safe. Please restart ClaimDesk. ({reason})</source>
        <translation>您的数据没有丢失，请重新启动 ClaimDesk。（{reason}）</translation>
    </message>
</context>
<context>
    <name>CostEditor</name>
    <message>
        <source>Another SKU</source>
        <translation>新 SKU</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Unit cost</source>
        <translation>单位成本</translation>
    </message>
    <message>
        <source>Sending again</source>
        <translation>补发运费</translation>
    </message>
    <message>
        <source>Return label</source>
        <translation>退货标签</translation>
    </message>
    <message>
        <source>Referral fee</source>
        <translation>平台佣金</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>such as 15 %</source>
        <translation>例如 15 %</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>A SKU is missing</source>
        <translation>缺少 SKU</translation>
    </message>
    <message>
        <source>The currency has three letters, such as USD</source>
        <translation>币种为三个字母，例如 USD</translation>
    </message>
    <message>
        <source>{0}: type the amount as 12.50</source>
        <translation>{0}：请按 12.50 的格式填写金额</translation>
    </message>
    <message>
        <source>The referral fee is a percentage from 0 to 100</source>
        <translation>平台佣金为 0 到 100 的百分比</translation>
    </message>
    <message>
        <source>Type at least one cost</source>
        <translation>请至少填写一项成本</translation>
    </message>
</context>
<context>
    <name>CostImportDialog</name>
    <message>
        <source>Import costs</source>
        <translation>导入成本</translation>
    </message>
    <message>
        <source>{file}: {new} new, {updated} changed, {same} as they are, {bad} rows to look at.</source>
        <translation>{file}：新增 {new} 个，更改 {updated} 个，{same} 个不变，{bad} 行需要查看。</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Rows to look at</source>
        <translation>需要查看的行</translation>
    </message>
    <message>
        <source>Import {0} costs</source>
        <translation>导入 {0} 项成本</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Unit cost</source>
        <translation>单位成本</translation>
    </message>
    <message>
        <source>Sending again</source>
        <translation>补发运费</translation>
    </message>
    <message>
        <source>Return label</source>
        <translation>退货标签</translation>
    </message>
    <message>
        <source>Referral fee</source>
        <translation>平台佣金</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>CostsPage</name>
    <message>
        <source>SKU, item, note</source>
        <translation>SKU、商品、备注</translation>
    </message>
    <message>
        <source>Search costs</source>
        <translation>搜索成本</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Costs per SKU</source>
        <translation>各 SKU 成本</translation>
    </message>
    <message>
        <source>No costs yet. Add a SKU, or import a sheet with the columns SKU, Unit cost, Reship freight, Return freight, Referral rate, Currency and Notes. The comparison of remedies then counts with your own costs.</source>
        <translation>还没有成本。可以添加 SKU，或导入含有 SKU、成本、补发运费、退货运费、佣金率、币种、备注等列的表格。之后比较补救方案时会按您的成本计算。</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Unit cost</source>
        <translation>单位成本</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Sending again</source>
        <translation>补发运费</translation>
    </message>
    <message>
        <source>Return label</source>
        <translation>退货标签</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>佣金</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>{0} of {1} SKUs</source>
        <translation>{0} / {1} 个 SKU</translation>
    </message>
    <message>
        <source>Costs of {0} kept</source>
        <translation>已保存 {0} 的成本</translation>
    </message>
    <message>
        <source>Costs of {0} deleted</source>
        <translation>已删除 {0} 的成本</translation>
    </message>
    <message>
        <source>Sheets (*.xlsx *.xls *.xlsm *.ods *.csv *.tsv *.txt)</source>
        <translation>表格 (*.xlsx *.xls *.xlsm *.ods *.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Import costs</source>
        <translation>导入成本</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>正在读取 {0}</translation>
    </message>
    <message>
        <source>{0} costs imported</source>
        <translation>已导入 {0} 项成本</translation>
    </message>
    <message>
        <source>Costs per SKU.xlsx</source>
        <translation>SKU 成本.xlsx</translation>
    </message>
    <message>
        <source>Export costs</source>
        <translation>导出成本</translation>
    </message>
    <message>
        <source>Writing costs</source>
        <translation>正在写出成本</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>已写入 {0}</translation>
    </message>
</context>
<context>
    <name>DeadlinesPage</name>
    <message>
        <source>Rule, trigger, source</source>
        <translation>规则、起算、来源</translation>
    </message>
    <message>
        <source>Search rules</source>
        <translation>搜索规则</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Please verify</source>
        <translation>请核实</translation>
    </message>
    <message>
        <source>Set by you</source>
        <translation>您设置的</translation>
    </message>
    <message>
        <source>Deadline rules</source>
        <translation>截止时间规则</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Counts from</source>
        <translation>起算</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最晚</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>核对日期</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>{0} of {1} rules</source>
        <translation>{0} / {1} 条规则</translation>
    </message>
    <message>
        <source>The rule {0} now has your ends.</source>
        <translation>规则 {0} 现按您设置的期限计算。</translation>
    </message>
    <message>
        <source>The rule {0} is as its source says.</source>
        <translation>规则 {0} 已恢复为来源所写。</translation>
    </message>
</context>
<context>
    <name>DefectCard</name>
    <message>
        <source>Order defect rate</source>
        <translation>订单缺陷率</translation>
    </message>
    <message>
        <source>by order date</source>
        <translation>按下单日期</translation>
    </message>
    <message>
        <source>▎limit</source>
        <translation>▎上限</translation>
    </message>
    <message>
        <source>{0} of {1} orders</source>
        <translation>{1} 单中 {0} 单</translation>
    </message>
    <message>
        <source>{0} of {1}, report</source>
        <translation>{1} 单中 {0} 单，平台报告</translation>
    </message>
    <message>
        <source>At most {0} in {1} days. {2}</source>
        <translation>{1} 天内不超过 {0}。{2}</translation>
    </message>
    <message>
        <source>Below {0} in {1} days. {2}</source>
        <translation>{1} 天内须低于 {0}。{2}</translation>
    </message>
    <message>
        <source>By the platform&apos;s own report up to {0}.</source>
        <translation>依据平台自己的报告，截至 {0}。</translation>
    </message>
    <message>
        <source>What if this claim is granted</source>
        <translation>若这次索赔成立</translation>
    </message>
    <message>
        <source>1 more before the limit</source>
        <translation>距上限还剩 1 单</translation>
    </message>
    <message>
        <source>{0} more before the limit</source>
        <translation>距上限还剩 {0} 单</translation>
    </message>
    <message>
        <source>At the limit or over it</source>
        <translation>已达上限或超出</translation>
    </message>
    <message>
        <source>{0}: one more defect means {1}</source>
        <translation>{0}：再多一单即为 {1}</translation>
    </message>
</context>
<context>
    <name>DifferencePage</name>
    <message>
        <source>Back to the editor (Esc)</source>
        <translation>返回编辑（Esc）</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有变更</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>What it is for, English</source>
        <translation>用途（英文）</translation>
    </message>
    <message>
        <source>What it is for, Chinese</source>
        <translation>用途（中文）</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>The paragraphs stand in another order.</source>
        <translation>段落顺序不同。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Fields asked for differ: {fields}</source>
        <translation>填写项有变化：{fields}</translation>
    </message>
    <message>
        <source>Paragraph {n}</source>
        <translation>第 {n} 段</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Always there</source>
        <translation>始终保留</translation>
    </message>
    <message>
        <source>When</source>
        <translation>条件</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drop your order files here</source>
        <translation>把订单文件拖到这里</translation>
    </message>
    <message>
        <source>Excel, CSV and tab-separated text; Chinese encodings and columns are recognised</source>
        <translation>支持 Excel、CSV 和制表符文本，自动识别中文编码与列名</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Paste a table</source>
        <translation>粘贴表格</translation>
    </message>
</context>
<context>
    <name>EarlierCard</name>
    <message>
        <source>Earlier imports</source>
        <translation>以前的导入</translation>
    </message>
    <message>
        <source>Every import is listed here and can be undone as a whole.</source>
        <translation>每次导入都列在这里，可以整体撤销。</translation>
    </message>
    <message>
        <source>1 order was kept</source>
        <translation>保留了 1 个订单</translation>
    </message>
    <message>
        <source>{count} orders were kept</source>
        <translation>保留了 {count} 个订单</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 个</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>1 case since</source>
        <translation>其后有 1 个案件</translation>
    </message>
    <message>
        <source>{count} cases since</source>
        <translation>其后有 {count} 个案件</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between facts about an import</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>More for this template</source>
        <translation>此模板的更多操作</translation>
    </message>
    <message>
        <source>ClaimDesk came with a newer text of this template. Yours still counts.</source>
        <translation>ClaimDesk 自带了此模板的新文本，目前仍使用您的文本。</translation>
    </message>
    <message>
        <source>See what changed</source>
        <translation>查看变化</translation>
    </message>
    <message>
        <source>This text cannot be used yet. Until it is mended, replies use the one before it.</source>
        <translation>此文本暂时无法使用。修正之前，回复使用先前的文本。</translation>
    </message>
    <message>
        <source>To the buyer</source>
        <translation>发给买家</translation>
    </message>
    <message>
        <source>To the platform</source>
        <translation>发给平台</translation>
    </message>
    <message>
        <source>All platforms</source>
        <translation>所有平台</translation>
    </message>
    <message>
        <source>check, use and revisions</source>
        <translation>检查、使用情况和历史版本</translation>
    </message>
    <message>
        <source>Check, use and revisions (Ctrl+\)</source>
        <translation>检查、使用情况和历史版本（Ctrl+\）</translation>
    </message>
    <message>
        <source>Name and use…</source>
        <translation>名称与用途…</translation>
    </message>
    <message>
        <source>Export this template…</source>
        <translation>导出此模板…</translation>
    </message>
    <message>
        <source>Back to what came with ClaimDesk</source>
        <translation>恢复为 ClaimDesk 自带文本</translation>
    </message>
    <message>
        <source>Delete this template</source>
        <translation>删除此模板</translation>
    </message>
</context>
<context>
    <name>EndWords</name>
    <message>
        <source>Denied or settled</source>
        <translation>驳回或已解决</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>买家撤诉</translation>
    </message>
    <message>
        <source>Paid by platform</source>
        <translation>平台承担</translation>
    </message>
    <message>
        <source>Refunded by us</source>
        <translation>我方退款</translation>
    </message>
    <message>
        <source>Granted, paid by us</source>
        <translation>判赔，我方承担</translation>
    </message>
    <message>
        <source>Sent again</source>
        <translation>已补发</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Calendars</source>
        <translation>日历文件</translation>
    </message>
    <message>
        <source>Export deadlines</source>
        <translation>导出截止时间</translation>
    </message>
    <message>
        <source>Deadlines written to {0}: {1}</source>
        <translation>已写入 {0}：{1} 个截止时间</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
    <message>
        <source>The copied table could not be read: {0}. Nothing was changed.</source>
        <translation>无法读取复制的表格：{0}。没有改动任何内容。</translation>
    </message>
    <message>
        <source>The clipboard holds no text, table or mail. Copy the whole notice, or rows with headings.</source>
        <translation>剪贴板中没有文字、表格或邮件。请复制整封通知，或连同表头复制表格。</translation>
    </message>
    <message>
        <source>Choose order files</source>
        <translation>选择订单文件</translation>
    </message>
    <message>
        <source>Order files</source>
        <translation>订单文件</translation>
    </message>
    <message>
        <source>Mails and notices</source>
        <translation>邮件与通知</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
</context>
<context>
    <name>EvidenceBody</name>
    <message>
        <source>Drop files here, or paste a screenshot with Ctrl+V</source>
        <translation>把文件拖到这里，或按 Ctrl+V 粘贴截图</translation>
    </message>
    <message>
        <source>{0} of {1} collected</source>
        <translation>已收集 {0} / {1}</translation>
    </message>
    <message>
        <source>1 required item to collect</source>
        <translation>还有 1 项必备材料</translation>
    </message>
    <message>
        <source>{0} required items to collect</source>
        <translation>还有 {0} 项必备材料</translation>
    </message>
    <message>
        <source>1 advised item can follow later</source>
        <translation>还有 1 项建议材料，可稍后补充</translation>
    </message>
    <message>
        <source>{0} advised items can follow later</source>
        <translation>还有 {0} 项建议材料，可稍后补充</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>添加证据</translation>
    </message>
</context>
<context>
    <name>EvidenceProgress</name>
    <message>
        <source>1 required missing</source>
        <translation>缺 1 项必备</translation>
    </message>
    <message>
        <source>{0} required missing</source>
        <translation>缺 {0} 项必备</translation>
    </message>
    <message>
        <source>required complete</source>
        <translation>必备项已齐</translation>
    </message>
</context>
<context>
    <name>EvidenceRow</name>
    <message>
        <source>Required</source>
        <translation>必备</translation>
    </message>
    <message>
        <source>Advised</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Add file</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>再添加一个</translation>
    </message>
    <message>
        <source>{0}
Added {1} UTC
Fingerprint (SHA-256) {2}</source>
        <translation>{0}
添加于 {1} UTC
文件指纹（SHA-256）{2}</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>移除 {0}</translation>
    </message>
</context>
<context>
    <name>ExportPane</name>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>表头语言</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>导出到 Excel</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Orders count by the day they were bought, cases by the day they were opened. Filters apply to the overview only. Text from outside is never read as a formula.</source>
        <translation>订单按下单日、案件按立案日计入。筛选只作用于概览。外来文字绝不会被当作公式。</translation>
    </message>
    <message>
        <source>Summary, with a chart</source>
        <translation>汇总（含图表）</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>Claims {day}</source>
        <translation>索赔报表 {day}</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>{count} rows, written {clock}</source>
        <translation>{count} 行，{clock} 写入</translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>Delivery window</source>
        <translation>送达区间</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>承运商</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Ships to</source>
        <translation>收货地</translation>
    </message>
    <message>
        <source>Buyer’s note</source>
        <translation>买家留言</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 件</translation>
    </message>
    <message>
        <source>shipping {money}</source>
        <translation>运费 {money}</translation>
    </message>
    <message>
        <source>refunded {money}</source>
        <translation>已退款 {money}</translation>
    </message>
    <message>
        <source>not yet, by {day}</source>
        <translation>尚未发货，时限 {day}</translation>
    </message>
    <message>
        <source>{day}, on the last day</source>
        <translation>{day}，时限当天</translation>
    </message>
    <message>
        <source>{day}, 1 day before the limit</source>
        <translation>{day}，早于时限 1 天</translation>
    </message>
    <message>
        <source>{day}, 1 day after the limit</source>
        <translation>{day}，晚于时限 1 天</translation>
    </message>
    <message>
        <source>{day}, {count} days before the limit</source>
        <translation>{day}，早于时限 {count} 天</translation>
    </message>
    <message>
        <source>{day}, {count} days after the limit</source>
        <translation>{day}，晚于时限 {count} 天</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>{day} 前</translation>
    </message>
</context>
<context>
    <name>FieldDialog</name>
    <message>
        <source>Field to fill in</source>
        <translation>填写项</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Nothing: ask each time</source>
        <translation>无：每次询问</translation>
    </message>
    <message>
        <source>Asked in English</source>
        <translation>英文提问</translation>
    </message>
    <message>
        <source>Asked in Chinese</source>
        <translation>中文提问</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Filled in from</source>
        <translation>默认取自</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove the field</source>
        <translation>删除填写项</translation>
    </message>
    <message>
        <source>Write the question in both languages.</source>
        <translation>请用两种语言写下问题。</translation>
    </message>
</context>
<context>
    <name>FieldMenu</name>
    <message>
        <source>Do not use</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>{field} (required)</source>
        <translation>{field}（必填）</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Buyer and address</source>
        <translation>买家和地址</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>包裹</translation>
    </message>
</context>
<context>
    <name>FieldRows</name>
    <message>
        <source>not said</source>
        <translation>未说明</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Your own number</source>
        <translation>您的自编号</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Status of the platform</source>
        <translation>平台状态</translation>
    </message>
    <message>
        <source>Who ships</source>
        <translation>发货方</translation>
    </message>
    <message>
        <source>Business buyer</source>
        <translation>企业买家</translation>
    </message>
    <message>
        <source>Cancellation asked for</source>
        <translation>买家请求取消</translation>
    </message>
    <message>
        <source>Buyer’s note</source>
        <translation>买家留言</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>您的备注</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Payment status</source>
        <translation>付款状态</translation>
    </message>
    <message>
        <source>Buyer name</source>
        <translation>买家姓名</translation>
    </message>
    <message>
        <source>Buyer’s user name</source>
        <translation>买家用户名</translation>
    </message>
    <message>
        <source>Buyer’s e-mail</source>
        <translation>买家邮箱</translation>
    </message>
    <message>
        <source>Buyer’s phone</source>
        <translation>买家电话</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Second address line</source>
        <translation>地址第二行</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>State or province</source>
        <translation>州或省</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>邮编</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Recipient’s phone</source>
        <translation>收件人电话</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Subtotal</source>
        <translation>小计</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>运费</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税</translation>
    </message>
    <message>
        <source>Tax that the seller collected</source>
        <translation>卖家代收的税</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Discount on shipping</source>
        <translation>运费折扣</translation>
    </message>
    <message>
        <source>Order total</source>
        <translation>订单总额</translation>
    </message>
    <message>
        <source>Order total after refunds</source>
        <translation>退款后的订单总额</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Price of the item</source>
        <translation>商品金额</translation>
    </message>
    <message>
        <source>Tax on the item</source>
        <translation>商品税</translation>
    </message>
    <message>
        <source>Shipping of the item</source>
        <translation>商品运费</translation>
    </message>
    <message>
        <source>Tax on shipping</source>
        <translation>运费税</translation>
    </message>
    <message>
        <source>Gift wrap</source>
        <translation>礼品包装</translation>
    </message>
    <message>
        <source>Tax on gift wrap</source>
        <translation>礼品包装税</translation>
    </message>
    <message>
        <source>Discount on the item</source>
        <translation>商品折扣</translation>
    </message>
    <message>
        <source>Discount on the item’s shipping</source>
        <translation>商品运费折扣</translation>
    </message>
    <message>
        <source>Ordered at</source>
        <translation>下单时间</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>付款时间</translation>
    </message>
    <message>
        <source>Ship by</source>
        <translation>发货时限</translation>
    </message>
    <message>
        <source>Earliest delivery</source>
        <translation>最早送达</translation>
    </message>
    <message>
        <source>Latest delivery</source>
        <translation>最晚送达</translation>
    </message>
    <message>
        <source>Shipped at</source>
        <translation>发货时间</translation>
    </message>
    <message>
        <source>Delivered at</source>
        <translation>签收时间</translation>
    </message>
    <message>
        <source>Cancelled at</source>
        <translation>取消时间</translation>
    </message>
    <message>
        <source>Changed at the platform</source>
        <translation>平台更新时间</translation>
    </message>
    <message>
        <source>First scan</source>
        <translation>首次扫描</translation>
    </message>
    <message>
        <source>Last scan</source>
        <translation>最后扫描</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品行</translation>
    </message>
    <message>
        <source>Line number</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Parcels</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Item number</source>
        <translation>商品编号</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Quantity shipped</source>
        <translation>已发数量</translation>
    </message>
    <message>
        <source>Status of the item</source>
        <translation>商品状态</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>承运商</translation>
    </message>
    <message>
        <source>Shipping service</source>
        <translation>物流服务</translation>
    </message>
    <message>
        <source>List of items</source>
        <translation>商品清单</translation>
    </message>
    <message>
        <source>List of tracking numbers</source>
        <translation>运单号清单</translation>
    </message>
    <message>
        <source>Number at the platform</source>
        <translation>平台编号</translation>
    </message>
    <message>
        <source>Second number at the platform</source>
        <translation>平台第二编号</translation>
    </message>
    <message>
        <source>Claim number</source>
        <translation>索赔编号</translation>
    </message>
    <message>
        <source>Tracking number of the return</source>
        <translation>退货运单号</translation>
    </message>
    <message>
        <source>Original order</source>
        <translation>原订单</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>结算编号</translation>
    </message>
    <message>
        <source>Kind of transaction</source>
        <translation>交易类型</translation>
    </message>
    <message>
        <source>Status of the return</source>
        <translation>退货状态</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Claim opened</source>
        <translation>已发起索赔</translation>
    </message>
    <message>
        <source>Status of the claim</source>
        <translation>索赔状态</translation>
    </message>
    <message>
        <source>Reason of the claim</source>
        <translation>索赔原因</translation>
    </message>
    <message>
        <source>Carrier of the return</source>
        <translation>退货承运商</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>商品状况</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Within the return policy</source>
        <translation>符合退货政策</translation>
    </message>
    <message>
        <source>Who pays the label</source>
        <translation>面单由谁承担</translation>
    </message>
    <message>
        <source>Cost of the label</source>
        <translation>面单费用</translation>
    </message>
    <message>
        <source>Buyer’s comment</source>
        <translation>买家评论</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>您的回复</translation>
    </message>
    <message>
        <source>Happened at</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>Received at</source>
        <translation>收到时间</translation>
    </message>
    <message>
        <source>Claim opened at</source>
        <translation>索赔发起时间</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Quantity returned</source>
        <translation>退货数量</translation>
    </message>
    <message>
        <source>Amount refunded</source>
        <translation>已退款金额</translation>
    </message>
    <message>
        <source>Amount of the claim</source>
        <translation>索赔金额</translation>
    </message>
    <message>
        <source>Transaction total</source>
        <translation>交易总额</translation>
    </message>
    <message>
        <source>Product sales</source>
        <translation>商品销售额</translation>
    </message>
    <message>
        <source>Tax on product sales</source>
        <translation>商品销售税</translation>
    </message>
    <message>
        <source>Shipping credit</source>
        <translation>运费收入</translation>
    </message>
    <message>
        <source>Tax on shipping credit</source>
        <translation>运费收入税</translation>
    </message>
    <message>
        <source>Gift wrap credit</source>
        <translation>礼品包装收入</translation>
    </message>
    <message>
        <source>Tax on gift wrap credit</source>
        <translation>礼品包装收入税</translation>
    </message>
    <message>
        <source>Regulatory fee</source>
        <translation>监管费</translation>
    </message>
    <message>
        <source>Tax on regulatory fee</source>
        <translation>监管费税</translation>
    </message>
    <message>
        <source>Promotional rebates</source>
        <translation>促销返点</translation>
    </message>
    <message>
        <source>Tax on rebates</source>
        <translation>返点税</translation>
    </message>
    <message>
        <source>Return requested</source>
        <translation>申请退货</translation>
    </message>
    <message>
        <source>Return authorised</source>
        <translation>已批准退货</translation>
    </message>
    <message>
        <source>Return received</source>
        <translation>已收到退货</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>索赔</translation>
    </message>
    <message>
        <source>SAFE-T claim</source>
        <translation>SAFE-T 索赔</translation>
    </message>
    <message>
        <source>Chargeback</source>
        <translation>信用卡拒付</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Replacement</source>
        <translation>补发</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>交易</translation>
    </message>
</context>
<context>
    <name>FiguresCard</name>
    <message>
        <source>Your figures</source>
        <translation>您的数据</translation>
    </message>
    <message>
        <source>What the comparison of remedies assumes of your shop. Without a profit the shipped estimate of a defect counts.</source>
        <translation>补救方案比较时对您店铺的假定。没有填写利润时，按自带的缺陷代价估算。</translation>
    </message>
    <message>
        <source>Profit in a month, before fixed costs</source>
        <translation>每月毛利（未扣固定成本）</translation>
    </message>
    <message>
        <source>Order defects now, by platform</source>
        <translation>各平台当前的订单缺陷数</translation>
    </message>
    <message>
        <source>Rate: units to one US dollar</source>
        <translation>汇率：1 美元折合</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Source: {0}; checked {1}</source>
        <translation>来源：{0}；核对于 {1}</translation>
    </message>
    <message>
        <source>Yours; shipped is {0}.</source>
        <translation>您填写的；自带为 {0}。</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>{at} of {count}</source>
        <translation>第 {at} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>Previous file</source>
        <translation>上一个文件</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>下一个文件</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Sheet {name}</source>
        <translation>工作表 {name}</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>{count} columns</source>
        <translation>{count} 列</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between facts about a file</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Read as: {format}</source>
        <translation>按此格式读取：{format}</translation>
    </message>
    <message>
        <source>Detected: {format}</source>
        <translation>识别为：{format}</translation>
    </message>
    <message>
        <source>{used} of {count} columns recognised</source>
        <translation>识别出 {count} 列中的 {used} 列</translation>
    </message>
    <message>
        <source>by your saved mapping “{name}”</source>
        <translation>按您保存的映射“{name}”读取</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>1 figure</source>
        <translation>1 项指标</translation>
    </message>
    <message>
        <source>{count} figures</source>
        <translation>{count} 项指标</translation>
    </message>
    <message>
        <source>Figures of your account, not of single orders</source>
        <translation>账户指标，不涉及单个订单</translation>
    </message>
    <message>
        <source>Format not known: choose the columns</source>
        <translation>格式未知：请选择各列</translation>
    </message>
    <message>
        <source>Your own format</source>
        <translation>您自己的格式</translation>
    </message>
    <message>
        <source>Read by its headings</source>
        <translation>按表头读取</translation>
    </message>
    <message>
        <source>Reading and checking every row…</source>
        <translation>正在读取并逐行检查…</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Choose the format</source>
        <translation>选择格式</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Choose the columns myself</source>
        <translation>我自己选择各列</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>其他软件</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>My shop</source>
        <translation>我的店铺</translation>
    </message>
    <message>
        <source>New shop…</source>
        <translation>新建店铺…</translation>
    </message>
</context>
<context>
    <name>FillRow</name>
    <message>
        <source>as 2026-11-19</source>
        <translation>格式如 2026-11-19</translation>
    </message>
    <message>
        <source>as 12.50</source>
        <translation>格式如 12.50</translation>
    </message>
    <message>
        <source>type it here</source>
        <translation>在此填写</translation>
    </message>
    <message>
        <source>type it in {0}</source>
        <translation>请用{0}填写</translation>
    </message>
    <message>
        <source>This is not one certain day. Type year, month and day, as 2026-11-19.</source>
        <translation>无法确定是哪一天。请填写年月日，例如 2026-11-19。</translation>
    </message>
    <message>
        <source>This is not an amount. Type it as 12.50, or as 12.50 USD where the order names no currency.</source>
        <translation>无法识别为金额。请填写数字，例如 12.50；订单没有注明币种时，请写作 12.50 USD。</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Order, buyer, item, tracking</source>
        <translation>订单号、买家、商品、运单号</translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation>搜索订单</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>Has case</source>
        <translation>有案件</translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation>未回复</translation>
    </message>
    <message>
        <source>From one import</source>
        <translation>来自一次导入</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>“{text}”</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>近 90 天</translation>
    </message>
    <message>
        <source>Ordered: last 7 days</source>
        <translation>下单：近 7 天</translation>
    </message>
    <message>
        <source>Ordered: last 30 days</source>
        <translation>下单：近 30 天</translation>
    </message>
    <message>
        <source>Ordered: last 90 days</source>
        <translation>下单：近 90 天</translation>
    </message>
    <message>
        <source>Ordered: {first} to {last}</source>
        <translation>下单：{first} 至 {last}</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Source: {0}</source>
        <translation>来源：{0}</translation>
    </message>
    <message>
        <source>Use “{0}”</source>
        <translation>改为“{0}”</translation>
    </message>
    <message>
        <source>Add to my words</source>
        <translation>加入我的单词</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Money for a review</source>
        <translation>以利益换评价</translation>
    </message>
    <message>
        <source>Asks to change a review</source>
        <translation>要求修改评价</translation>
    </message>
    <message>
        <source>Asks for a good review</source>
        <translation>索要好评</translation>
    </message>
    <message>
        <source>Turns unhappy buyers away from reviews</source>
        <translation>引导不满买家不留评</translation>
    </message>
    <message>
        <source>Contact outside the platform</source>
        <translation>平台外联系方式</translation>
    </message>
    <message>
        <source>Link to another site</source>
        <translation>站外链接</translation>
    </message>
    <message>
        <source>Payment or sale outside the platform</source>
        <translation>平台外付款或交易</translation>
    </message>
    <message>
        <source>Advertising</source>
        <translation>推广内容</translation>
    </message>
    <message>
        <source>Reads as a threat</source>
        <translation>语气像威胁</translation>
    </message>
    <message>
        <source>Help tied to a condition</source>
        <translation>附带条件的帮助</translation>
    </message>
    <message>
        <source>Not filled in</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>语气</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>拼写</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>缺少内容</translation>
    </message>
    <message>
        <source>Differs from the record</source>
        <translation>与记录不符</translation>
    </message>
    <message>
        <source>Too many messages</source>
        <translation>消息过多</translation>
    </message>
    <message>
        <source>Returns rule</source>
        <translation>退货规则</translation>
    </message>
    <message>
        <source>Shipping rule</source>
        <translation>发货规则</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>请核对</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Welcome to ClaimDesk</source>
        <translation>欢迎使用 ClaimDesk</translation>
    </message>
    <message>
        <source>Once your orders are here, this page lists the deadline of every claim, return and chargeback, and what to do next.</source>
        <translation>导入订单后，这里会列出每个索赔、退货和拒付的截止时间，并告诉您下一步做什么。</translation>
    </message>
    <message>
        <source>Look around with sample data</source>
        <translation>先用示例数据看看</translation>
    </message>
    <message>
        <source>Files recognised as they are</source>
        <translation>可直接识别的文件</translation>
    </message>
    <message>
        <source>Order defect rate</source>
        <translation>订单缺陷率</translation>
    </message>
    <message>
        <source>Counted from your orders, against the limit of the platform</source>
        <translation>按您的订单计算，并对照平台的上限</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>从备份恢复</translation>
    </message>
    <message>
        <source>A new computer, or installed anew? A backup brings back every order, case and template.</source>
        <translation>换电脑或重装后，选择备份文件即可找回全部订单、案件和模板。</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>选择备份</translation>
    </message>
    <message>
        <source>Entirely offline</source>
        <translation>完全离线</translation>
    </message>
    <message>
        <source>Your data lies in one folder on this computer. Nothing is uploaded, and no account is needed.</source>
        <translation>数据只存在这台电脑的一个文件夹里，不上传，也不需要账号。</translation>
    </message>
    <message>
        <source>Other tables: columns are matched by their headings, and you check them</source>
        <translation>其他表格：按表头对应各列，由您核对</translation>
    </message>
    <message>
        <source>{0}, {1} kinds of reports</source>
        <translation>{0}，{1} 种报表</translation>
    </message>
    <message>
        <source>{0}: up to {1} kinds each</source>
        <translation>{0}，各有至多 {1} 种报表</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>Fold {0}</source>
        <translation>收起 {0}</translation>
    </message>
</context>
<context>
    <name>FollowCard</name>
    <message>
        <source>Outcome and what follows</source>
        <translation>结果与后续</translation>
    </message>
    <message>
        <source>Cost not recorded</source>
        <translation>未记录损失</translation>
    </message>
    <message>
        <source>Cost {0}</source>
        <translation>损失 {0}</translation>
    </message>
    <message>
        <source>No cost</source>
        <translation>没有损失</translation>
    </message>
    <message>
        <source>counts in the defect rate</source>
        <translation>计入缺陷率</translation>
    </message>
    <message>
        <source>does not count in the defect rate</source>
        <translation>不计入缺陷率</translation>
    </message>
    <message>
        <source>not known yet whether it counts in the defect rate</source>
        <translation>尚不清楚是否计入缺陷率</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}，{1}</translation>
    </message>
    <message>
        <source>The case is open again and goes on here.</source>
        <translation>案件已重新打开，从这里继续。</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>Let be.</source>
        <translation>不再处理。</translation>
    </message>
</context>
<context>
    <name>FollowRow</name>
    <message>
        <source>Counts</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Let be</source>
        <translation>不再处理</translation>
    </message>
    <message>
        <source>Let be {0}: {1}</source>
        <translation>{0} 不再处理：{1}</translation>
    </message>
    <message>
        <source>Done {0}</source>
        <translation>{0} 已完成</translation>
    </message>
    <message>
        <source>Until {0}</source>
        <translation>截至 {0}</translation>
    </message>
    <message>
        <source>By {0}</source>
        <translation>{0} 前</translation>
    </message>
    <message>
        <source>{0}, please verify</source>
        <translation>{0}，请核实</translation>
    </message>
    <message>
        <source>Why it is let be, then Enter</source>
        <translation>不再处理的原因，按回车</translation>
    </message>
    <message>
        <source>What would prevent it, then Enter</source>
        <translation>怎样可以预防，按回车</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>of {count} orders</source>
        <translation>/ {count} 个订单</translation>
    </message>
    <message>
        <source>of 1 order</source>
        <translation>共 1 个订单</translation>
    </message>
    <message>
        <source>found in {ms} ms</source>
        <translation>用时 {ms} 毫秒</translation>
    </message>
</context>
<context>
    <name>FoundCard</name>
    <message>
        <source>Found in your messages</source>
        <translation>在消息中找到</translation>
    </message>
    <message>
        <source>Show the thread</source>
        <translation>查看往来消息</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>answered in {0}</source>
        <translation>{0}后答复</translation>
    </message>
</context>
<context>
    <name>Gauge</name>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
</context>
<context>
    <name>GlobalSearch</name>
    <message>
        <source>Search orders, cases, buyers, tracking</source>
        <translation>搜索订单、案件、买家、运单号</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜索全部内容</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Buyers</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>{count} in all</source>
        <translation>共 {count} 条</translation>
    </message>
    <message>
        <source>1 order</source>
        <translation>1 个订单</translation>
    </message>
    <message>
        <source>{0} orders</source>
        <translation>{0} 个订单</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>还有更多</translation>
    </message>
    <message>
        <source>Show all of these orders</source>
        <translation>显示全部符合的订单</translation>
    </message>
    <message>
        <source>Note: </source>
        <translation>备注：</translation>
    </message>
    <message>
        <source>Answer: </source>
        <translation>回答：</translation>
    </message>
    <message>
        <source>Sent: </source>
        <translation>已发送：</translation>
    </message>
    <message>
        <source>Notice: </source>
        <translation>通知：</translation>
    </message>
    <message>
        <source>Evidence: </source>
        <translation>证据：</translation>
    </message>
    <message>
        <source>Reason: </source>
        <translation>理由：</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>没有找到“{text}”</translation>
    </message>
</context>
<context>
    <name>GuidesDialog</name>
    <message>
        <source>Guides</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Text of the guide</source>
        <translation>指南正文</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Checked {0}</source>
        <translation>核对于 {0}</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Earlier drafts of this step</source>
        <translation>此步骤的早先草稿</translation>
    </message>
    <message>
        <source>Words of this draft</source>
        <translation>此草稿的内容</translation>
    </message>
    <message>
        <source>Write on with this</source>
        <translation>用此草稿继续写</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What stands now is kept here too when you go back.</source>
        <translation>恢复后，当前内容也会保留在这里。</translation>
    </message>
    <message>
        <source>There is none yet. While you write, a state is kept every minute, and before much is deleted.</source>
        <translation>还没有早先草稿。书写时每分钟保留一次，大段删除之前也会保留。</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空白</translation>
    </message>
</context>
<context>
    <name>ImportScreen</name>
    <message>
        <source>Headings copied, without any row</source>
        <translation>已复制表头，不含任何数据行</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Drop a file anywhere in the window</source>
        <translation>可把文件拖到窗口任意位置</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Order files</source>
        <translation>订单文件</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Choose order files</source>
        <translation>选择订单文件</translation>
    </message>
    <message>
        <source>New shop</source>
        <translation>新建店铺</translation>
    </message>
    <message>
        <source>What is the shop called?</source>
        <translation>店铺叫什么名字？</translation>
    </message>
    <message>
        <source>{file} - rejected rows</source>
        <translation>{file} - 未导入的行</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Export rejected rows</source>
        <translation>导出未导入的行</translation>
    </message>
    <message>
        <source>1 row written to {file}</source>
        <translation>已将 1 行写入 {file}</translation>
    </message>
    <message>
        <source>{count} rows written to {file}</source>
        <translation>已将 {count} 行写入 {file}</translation>
    </message>
    <message>
        <source>Mapping saved as “{name}”. Files with these headings are read like this from now on.</source>
        <translation>映射已保存为“{name}”。今后表头相同的文件都会这样读取。</translation>
    </message>
    <message>
        <source>Imported: {new} new, {updated} updated</source>
        <translation>已导入：新增 {new}，更新 {updated}</translation>
    </message>
    <message>
        <source>Imported: figures of account health</source>
        <translation>已导入：账户状况指标</translation>
    </message>
    <message>
        <source>Import undone: {restored} orders as they were, {removed} removed</source>
        <translation>已撤销导入：{restored} 个订单恢复原样，{removed} 个已移除</translation>
    </message>
    <message>
        <source>, {kept} kept</source>
        <translation>，{kept} 个保留</translation>
    </message>
</context>
<context>
    <name>InsertBar</name>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>All {count} variables</source>
        <translation>全部 {count} 个变量</translation>
    </message>
</context>
<context>
    <name>InsertMenu</name>
    <message>
        <source>New paragraph</source>
        <translation>新段落</translation>
    </message>
    <message>
        <source>Paragraph of another template</source>
        <translation>其他模板的段落</translation>
    </message>
    <message>
        <source>Value of this case</source>
        <translation>此案件的值</translation>
    </message>
    <message>
        <source>Place to fill in</source>
        <translation>待填写的位置</translation>
    </message>
    <message>
        <source>List of evidence</source>
        <translation>证据清单</translation>
    </message>
    <message>
        <source>Remove this paragraph</source>
        <translation>删除此段落</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>InstructionBody</name>
    <message>
        <source>What to do</source>
        <translation>怎么做</translation>
    </message>
    <message>
        <source>What not to do</source>
        <translation>不要做</translation>
    </message>
    <message>
        <source>Source: {0}</source>
        <translation>依据：{0}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Done, continue</source>
        <translation>已完成，继续</translation>
    </message>
</context>
<context>
    <name>IntakeDialog</name>
    <message>
        <source>From the clipboard</source>
        <translation>来自剪贴板</translation>
    </message>
    <message>
        <source>{0} ({1} of {2})</source>
        <translation>{0}（第 {1} 封，共 {2} 封）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What was read, and the words that say it</source>
        <translation>读到的内容及其原文</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>IssueCard</name>
    <message>
        <source>Suggested:</source>
        <translation>建议：</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Use “{0}”</source>
        <translation>改为“{0}”</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>删去此句</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留原文</translation>
    </message>
    <message>
        <source>Why it is right here (kept in the timeline)</source>
        <translation>为什么此处可以这样写（会记入时间线）</translation>
    </message>
</context>
<context>
    <name>IssuesCard</name>
    <message>
        <source>Row issues</source>
        <translation>行问题</translation>
    </message>
    <message>
        <source>Export issues</source>
        <translation>导出问题行</translation>
    </message>
    <message>
        <source>The rejected rows as a workbook, to be corrected and imported.</source>
        <translation>将未导入的行存为工作簿，改正后即可导入。</translation>
    </message>
    <message>
        <source>{count} rejected</source>
        <translation>{count} 行未导入</translation>
    </message>
    <message>
        <source>{count} to check</source>
        <translation>{count} 行待核对</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>How it is treated</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Skip the copies</source>
        <translation>跳过副本</translation>
    </message>
    <message>
        <source>Skip the copy</source>
        <translation>跳过副本</translation>
    </message>
    <message>
        <source>Import without this value</source>
        <translation>导入，但不含此值</translation>
    </message>
    <message>
        <source>Leave the row out</source>
        <translation>不导入此行</translation>
    </message>
    <message>
        <source>Import, please check</source>
        <translation>导入，请核对</translation>
    </message>
    <message>
        <source>All of this kind</source>
        <translation>所有同类问题</translation>
    </message>
</context>
<context>
    <name>KeepingCommands</name>
    <message>
        <source>Making a backup</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Checking the data</source>
        <translation>检查数据</translation>
    </message>
    <message>
        <source>Check of the data</source>
        <translation>数据检查</translation>
    </message>
    <message>
        <source>Not everything is as it should be. Nothing was changed.</source>
        <translation>发现异常。没有改动任何内容。</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Please wait: {0} is still under way.</source>
        <translation>请稍候：{0} 尚未完成。</translation>
    </message>
</context>
<context>
    <name>KeptMailDialog</name>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>LackingDialog</name>
    <message>
        <source>Dossier of {0}</source>
        <translation>{0} 的证据包</translation>
    </message>
    <message>
        <source>The dossier still needs these files</source>
        <translation>证据包还缺以下文件</translation>
    </message>
    <message>
        <source>The case is closed. Reopen it to add them.</source>
        <translation>案件已结案。重新开启后即可添加。</translation>
    </message>
    <message>
        <source>Your steps go on without them; only the dossier waits.</source>
        <translation>缺少这些文件不影响您继续各个步骤，只是暂时不能生成证据包。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Go to the evidence</source>
        <translation>前往证据步骤</translation>
    </message>
</context>
<context>
    <name>MailFiles</name>
    <message>
        <source>From mails</source>
        <translation>来自邮件</translation>
    </message>
    <message>
        <source>Attachments are kept as they came and never opened here.</source>
        <translation>附件按收到时的原样保存，本程序不会打开。</translation>
    </message>
    <message>
        <source>{0}
Fingerprint (SHA-256) {1}</source>
        <translation>{0}
指纹（SHA-256）{1}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>in the case</source>
        <translation>已在案件中</translation>
    </message>
    <message>
        <source>Use for</source>
        <translation>用作</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>My shop</source>
        <translation>我的店铺</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Shop settings</source>
        <translation>店铺设置</translation>
    </message>
    <message>
        <source>Shop in use</source>
        <translation>当前店铺</translation>
    </message>
</context>
<context>
    <name>MappingDialog</name>
    <message>
        <source>Column mapping “{name}”</source>
        <translation>列映射“{name}”</translation>
    </message>
    <message>
        <source>Keep these columns</source>
        <translation>保存这些列</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Files with these headings are read like this. A field belongs to one column.</source>
        <translation>表头相同的文件会这样读取。一个字段只能对应一列。</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>{field} (required)</source>
        <translation>{field}（必填）</translation>
    </message>
    <message>
        <source>Missing: {fields}</source>
        <translation>缺少：{fields}</translation>
    </message>
</context>
<context>
    <name>MappingsCard</name>
    <message>
        <source>Column mappings</source>
        <translation>列映射</translation>
    </message>
    <message>
        <source>Save a mapping on the Import screen when a file’s columns had to be chosen. Files with the same headings are then read like that.</source>
        <translation>如果某个文件需要您选择各列，可在导入页面保存映射；之后表头相同的文件都会这样读取。</translation>
    </message>
    <message>
        <source>Name of the mapping</source>
        <translation>映射名称</translation>
    </message>
    <message>
        <source>Change its columns</source>
        <translation>更改各列</translation>
    </message>
    <message>
        <source>Delete this mapping</source>
        <translation>删除此映射</translation>
    </message>
    <message>
        <source>Mapping “{name}” changed</source>
        <translation>映射“{name}”已更改</translation>
    </message>
    <message>
        <source>Mapping “{name}” deleted</source>
        <translation>映射“{name}”已删除</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation>案件(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>T&amp;ools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;New case</source>
        <translation>新建案件(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Import files…</source>
        <translation>导入文件(&amp;I)…</translation>
    </message>
    <message>
        <source>New case from clip&amp;board</source>
        <translation>从剪贴板新建案件(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Export to Excel</source>
        <translation>导出到 Excel(&amp;E)</translation>
    </message>
    <message>
        <source>Export deadlines to a &amp;calendar…</source>
        <translation>导出截止时间到日历(&amp;L)…</translation>
    </message>
    <message>
        <source>Back &amp;up now</source>
        <translation>立即备份(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>恢复(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Find on this screen</source>
        <translation>在此页查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Search everything</source>
        <translation>搜索全部内容(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>今日(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Cases</source>
        <translation>案件(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Orders</source>
        <translation>订单(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Te&amp;mplates</source>
        <translation>模板(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Reports</source>
        <translation>报表(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>Context &amp;pane</source>
        <translation>右侧面板(&amp;P)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一个窗格</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一个窗格</translation>
    </message>
    <message>
        <source>&amp;Policy check on any text…</source>
        <translation>检查任意文本(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Messages without an order…</source>
        <translation>未归单的消息(&amp;M)…</translation>
    </message>
    <message>
        <source>Check &amp;database</source>
        <translation>检查数据库(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Guides</source>
        <translation>指南(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Rule sources</source>
        <translation>规则来源(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>快捷键(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;About ClaimDesk</source>
        <translation>关于 ClaimDesk(&amp;A)</translation>
    </message>
</context>
<context>
    <name>MessageBody</name>
    <message>
        <source>Sent {0}</source>
        <translation>{0} 已发送</translation>
    </message>
    <message>
        <source>Fill in 1 value first</source>
        <translation>请先填写 1 项内容</translation>
    </message>
    <message>
        <source>Fill in {0} values first</source>
        <translation>请先填写 {0} 项内容</translation>
    </message>
    <message>
        <source>Fix or accept 1 issue first</source>
        <translation>请先修改或确认 1 个问题</translation>
    </message>
    <message>
        <source>Fix or accept {0} issues first</source>
        <translation>请先修改或确认 {0} 个问题</translation>
    </message>
    <message>
        <source>Answer 1 step to mark it as sent</source>
        <translation>标记已发送前请先回答 1 个步骤</translation>
    </message>
    <message>
        <source>Answer {0} steps to mark it as sent</source>
        <translation>标记已发送前请先回答 {0} 个步骤</translation>
    </message>
    <message>
        <source>Write another</source>
        <translation>再写一条</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation>标记为已发送</translation>
    </message>
    <message>
        <source>Copied. Paste it where the steps below say.</source>
        <translation>已复制，请按下方步骤粘贴。</translation>
    </message>
    <message>
        <source>Kept as written</source>
        <translation>按原文保留</translation>
    </message>
    <message>
        <source>Open the order in the platform&apos;s seller pages, paste the message there and send it.</source>
        <translation>在平台的卖家后台打开此订单，粘贴消息并发送。</translation>
    </message>
    <message>
        <source>Copy again</source>
        <translation>再次复制</translation>
    </message>
    <message>
        <source>Copy English</source>
        <translation>复制英文</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>复制消息</translation>
    </message>
    <message>
        <source>copied {0}</source>
        <translation>{0} 已复制</translation>
    </message>
    <message>
        <source>Draft, 1 issue to fix</source>
        <translation>草稿，1 个问题待修改</translation>
    </message>
    <message>
        <source>Draft, {0} issues to fix</source>
        <translation>草稿，{0} 个问题待修改</translation>
    </message>
    <message>
        <source>Copied, not marked as sent</source>
        <translation>已复制，尚未标记为已发送</translation>
    </message>
    <message>
        <source>Draft ready</source>
        <translation>草稿已就绪</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>quoted in a mail</source>
        <translation>邮件引文</translation>
    </message>
    <message>
        <source>sent in C-{0}</source>
        <translation>在 C-{0} 中发送</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>by chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>noted by hand</source>
        <translation>手工记录</translation>
    </message>
    <message>
        <source>to the platform</source>
        <translation>致平台</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德文</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法文</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>西班牙文</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>意大利文</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日文</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>may run a program</source>
        <translation>可能会运行程序</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>{0} was copied.</source>
        <translation>{0} 已另存。</translation>
    </message>
</context>
<context>
    <name>NewCaseDialog</name>
    <message>
        <source>New case</source>
        <translation>新建案件</translation>
    </message>
    <message>
        <source>Search scenarios, such as “chargeback”, “missing part”, “customs”</source>
        <translation>搜索场景，如“拒付”“缺配件”“海关”</translation>
    </message>
    <message>
        <source>Search scenarios</source>
        <translation>搜索场景</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Go to the case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>开启案件</translation>
    </message>
    <message>
        <source>{count} scenarios</source>
        <translation>{count} 种</translation>
    </message>
    <message>
        <source>The case is open</source>
        <translation>案件已开启</translation>
    </message>
</context>
<context>
    <name>NoticeTarget</name>
    <message>
        <source>Choose another order</source>
        <translation>选择其他订单</translation>
    </message>
    <message>
        <source>Import the file that holds the order first</source>
        <translation>先导入包含该订单的文件</translation>
    </message>
    <message>
        <source>No order fits.</source>
        <translation>没有符合的订单。</translation>
    </message>
    <message>
        <source>Scenario of the new case</source>
        <translation>新案件的场景</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>The mail names several orders. Which one is it about?</source>
        <translation>邮件中提到多个订单。这份通知是关于哪一个？</translation>
    </message>
    <message>
        <source>Order {0} is not here yet. Choose another one, or import it.</source>
        <translation>这里还没有订单 {0}。请选择其他订单，或先导入该订单。</translation>
    </message>
    <message>
        <source>The text names no order. Which one is it about?</source>
        <translation>文字中没有提到订单。请问是哪个订单？</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Best fit</source>
        <translation>最匹配</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>What it is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation>由谁承担</translation>
    </message>
    <message>
        <source>Defect rate</source>
        <translation>缺陷率</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>回复期限</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>The platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>It counts</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>It does not count</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>Purchase not authorised</source>
        <translation>未经授权的购买</translation>
    </message>
    <message>
        <source>Refund not received</source>
        <translation>未收到退款</translation>
    </message>
    <message>
        <source>Not received</source>
        <translation>未收到货</translation>
    </message>
    <message>
        <source>Wrong item</source>
        <translation>发错商品</translation>
    </message>
    <message>
        <source>Empty parcel or missing part</source>
        <translation>空包裹或缺件</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>Defective</source>
        <translation>有缺陷</translation>
    </message>
    <message>
        <source>Not as described</source>
        <translation>与描述不符</translation>
    </message>
    <message>
        <source>Better price found</source>
        <translation>找到更低价格</translation>
    </message>
    <message>
        <source>Changed mind</source>
        <translation>改变主意</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>Wants to cancel</source>
        <translation>想取消订单</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>Template created</source>
        <translation>模板已创建</translation>
    </message>
    <message>
        <source>Template duplicated</source>
        <translation>模板已复制</translation>
    </message>
    <message>
        <source>Earlier text restored</source>
        <translation>已恢复先前的文本</translation>
    </message>
    <message>
        <source>Template deleted</source>
        <translation>模板已删除</translation>
    </message>
    <message>
        <source>Back to what came with ClaimDesk</source>
        <translation>恢复为 ClaimDesk 自带文本</translation>
    </message>
    <message>
        <source>Your text is kept</source>
        <translation>已保留您的文本</translation>
    </message>
    <message>
        <source>Paragraph taken over</source>
        <translation>已采用该段</translation>
    </message>
</context>
<context>
    <name>OrderCard</name>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>另有 {0} 件</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>实付</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>发货</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Latest delivery</source>
        <translation>最晚送达</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>承运商</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>运单号</translation>
    </message>
    <message>
        <source>{0}, promised by {1}</source>
        <translation>{0}，承诺 {1} 前送达</translation>
    </message>
</context>
<context>
    <name>OrderColumns</name>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>下单</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Latest delivery</source>
        <translation>最晚送达</translation>
    </message>
    <message>
        <source>The buyer’s message is not answered yet</source>
        <translation>买家的消息尚未回复</translation>
    </message>
    <message>
        <source>1 open case</source>
        <translation>1 个未结案件</translation>
    </message>
    <message>
        <source>{count} open cases</source>
        <translation>{count} 个未结案件</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
</context>
<context>
    <name>OrderPane</name>
    <message>
        <source>Copy order number</source>
        <translation>复制订单号</translation>
    </message>
    <message>
        <source>Select an order to see what is known about it.</source>
        <translation>选中一个订单，查看已知的全部信息。</translation>
    </message>
    <message>
        <source>Copy order numbers</source>
        <translation>复制订单号</translation>
    </message>
    <message>
        <source>ordered {day}</source>
        <translation>{day} 下单</translation>
    </message>
    <message>
        <source>{count} orders selected</source>
        <translation>已选 {count} 个订单</translation>
    </message>
    <message>
        <source>{money} in total</source>
        <translation>合计 {money}</translation>
    </message>
    <message>
        <source>{count} with an open case</source>
        <translation>{count} 个有未结案件</translation>
    </message>
</context>
<context>
    <name>OrderPick</name>
    <message>
        <source>Order, buyer, item, tracking</source>
        <translation>订单号、买家、商品、运单号</translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation>搜索订单</translation>
    </message>
</context>
<context>
    <name>OrderWords</name>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待付款</translation>
    </message>
    <message>
        <source>To ship</source>
        <translation>待发货</translation>
    </message>
    <message>
        <source>In transit</source>
        <translation>运输中</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>已退回</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>fulfilled by us</source>
        <translation>自发货</translation>
    </message>
    <message>
        <source>fulfilled by the platform</source>
        <translation>平台发货</translation>
    </message>
    <message>
        <source>1 day late</source>
        <translation>已超期 1 天</translation>
    </message>
    <message>
        <source>{days} days late</source>
        <translation>已超期 {days} 天</translation>
    </message>
    <message>
        <source>in 1 day</source>
        <translation>还有 1 天</translation>
    </message>
    <message>
        <source>in {days} days</source>
        <translation>还有 {days} 天</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{day}</source>
        <comment>delivered on this day</comment>
        <translation>{day} 签收</translation>
    </message>
    <message>
        <source>sorted by order date</source>
        <translation>按下单时间排序</translation>
    </message>
    <message>
        <source>sorted by latest delivery</source>
        <translation>按最晚送达排序</translation>
    </message>
    <message>
        <source>sorted by order number</source>
        <translation>按订单号排序</translation>
    </message>
    <message>
        <source>sorted by total</source>
        <translation>按金额排序</translation>
    </message>
    <message>
        <source>sorted by buyer</source>
        <translation>按买家排序</translation>
    </message>
    <message>
        <source>sorted by status</source>
        <translation>按状态排序</translation>
    </message>
</context>
<context>
    <name>OrdersScreen</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>还没有订单</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Drop an export of your orders anywhere in the window, or choose a file.</source>
        <translation>把导出的订单文件拖到窗口任意位置，或选择文件。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between filters</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>No order matches</source>
        <translation>没有符合条件的订单</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>These filters are on: {names}</source>
        <translation>已启用的筛选：{names}</translation>
    </message>
    <message>
        <source>Copy order number</source>
        <translation>复制订单号</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>开启案件</translation>
    </message>
    <message>
        <source>Choose a scenario…</source>
        <translation>选择场景…</translation>
    </message>
</context>
<context>
    <name>OutcomeBody</name>
    <message>
        <source>Paid or refunded by you</source>
        <translation>由您支付或退款</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>In the platform’s figures</source>
        <translation>是否计入平台指标</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>Ask the platform</source>
        <translation>请询问平台</translation>
    </message>
    <message>
        <source>Next: {0}</source>
        <translation>下一步：{0}</translation>
    </message>
    <message>
        <source>Say whether it counts in the platform’s figures</source>
        <translation>请说明是否计入平台指标</translation>
    </message>
    <message>
        <source>Type the amount as 12.50</source>
        <translation>金额请写成 12.50 的形式</translation>
    </message>
    <message>
        <source>Record the outcome</source>
        <translation>记录结果</translation>
    </message>
</context>
<context>
    <name>OutcomesCard</name>
    <message>
        <source>Outcomes</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>closed in 90 days</source>
        <translation>近 90 天结案</translation>
    </message>
    <message>
        <source>No case has been closed with an outcome yet.</source>
        <translation>还没有记录结果的结案案件。</translation>
    </message>
    <message>
        <source>{0} of {1} at no cost</source>
        <translation>{1} 件中 {0} 件零损失</translation>
    </message>
</context>
<context>
    <name>OutlookWords</name>
    <message>
        <source>Open case</source>
        <translation>开启案件</translation>
    </message>
    <message>
        <source>Choose the order, or keep the mail until it is here.</source>
        <translation>请选择订单，或先保存邮件，等订单导入。</translation>
    </message>
    <message>
        <source>Say first who pays the claim.</source>
        <translation>请先说明索赔款项由谁承担。</translation>
    </message>
    <message>
        <source>Records “{0}” as the outcome of {1} and closes it.</source>
        <translation>将“{0}”记为 {1} 的结果，并关闭该案件。</translation>
    </message>
    <message>
        <source>Record the outcome</source>
        <translation>记录结果</translation>
    </message>
    <message>
        <source>Updates {0}, {1}.</source>
        <translation>更新 {0}：{1}。</translation>
    </message>
    <message>
        <source>Update {0}</source>
        <translation>更新 {0}</translation>
    </message>
    <message>
        <source>Choose a scenario.</source>
        <translation>请选择场景。</translation>
    </message>
    <message>
        <source>Opens a case “{0}” and records “{1}” as its outcome.</source>
        <translation>将新建案件“{0}”，并把“{1}”记为其结果。</translation>
    </message>
    <message>
        <source>Opens a case “{0}”; its clock runs from {1}.</source>
        <translation>新建案件“{0}”，时限从 {1} 起算。</translation>
    </message>
    <message>
        <source>Opens a case “{0}”.</source>
        <translation>新建案件“{0}”。</translation>
    </message>
    <message>
        <source>Only keep the message</source>
        <translation>仅保存消息</translation>
    </message>
    <message>
        <source>Keep without an order</source>
        <translation>先保存，暂不归单</translation>
    </message>
    <message>
        <source>{0} was opened: {1}</source>
        <translation>已新建 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} was updated: {1}</source>
        <translation>{0} 已更新：{1}</translation>
    </message>
    <message>
        <source>The outcome of {0} is recorded: {1}</source>
        <translation>已记录 {0} 的结果：{1}</translation>
    </message>
    <message>
        <source>More has happened in {0} since. Take it back there, step by step.</source>
        <translation>此后 {0} 又有新的改动。请在该案件中逐步撤销。</translation>
    </message>
    <message>
        <source>The message is kept with order {0}.</source>
        <translation>消息已保存到订单 {0}。</translation>
    </message>
    <message>
        <source>The message is kept. It waits under Tools, Messages without an order.</source>
        <translation>消息已保存，可在“工具 &gt; 未归单的消息”中找到。</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Claims overview</source>
        <translation>索赔概览</translation>
    </message>
    <message>
        <source>Outcomes by month</source>
        <translation>各月结果</translation>
    </message>
    <message>
        <source>Order defect rate</source>
        <translation>订单缺陷率</translation>
    </message>
    <message>
        <source>month end, by order date</source>
        <translation>月末，按下单日期</translation>
    </message>
    <message>
        <source>Products with most claims</source>
        <translation>索赔最多的商品</translation>
    </message>
    <message>
        <source>No claim was opened in these days.</source>
        <translation>这段时间没有新的索赔。</translation>
    </message>
    <message>
        <source>{0} of orders</source>
        <translation>占订单 {0}</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>索赔</translation>
    </message>
    <message>
        <source>At no cost to us</source>
        <translation>零损失</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>{0} paid by others</source>
        <translation>{0} 个由他方赔付</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>已追回</translation>
    </message>
    <message>
        <source>{0} overdue</source>
        <translation>{0} 个已超时</translation>
    </message>
    <message>
        <source>none overdue</source>
        <translation>没有超时</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>{0} % of those ended</source>
        <translation>占已结案 {0} %</translation>
    </message>
    <message>
        <source>{0} %, was {1} %</source>
        <translation>{0} %，此前 {1} %</translation>
    </message>
    <message>
        <source>{0} a claim</source>
        <translation>平均每案 {0}</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>limit of {0}</source>
        <translation>{0} 上限</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>另有 {0} 个</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>索赔率</translation>
    </message>
    <message>
        <source>Main reason</source>
        <translation>主要原因</translation>
    </message>
</context>
<context>
    <name>OwnFilters</name>
    <message>
        <source>Save as filter</source>
        <translation>存为筛选</translation>
    </message>
    <message>
        <source>There are {0} saved filters already; remove one first.</source>
        <translation>已有 {0} 个筛选，请先移除一个。</translation>
    </message>
    <message>
        <source>Rename filter</source>
        <translation>重命名筛选</translation>
    </message>
    <message>
        <source>Filter removed: {0}</source>
        <translation>已移除筛选：{0}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>OwnWordsCard</name>
    <message>
        <source>Your words</source>
        <translation>您的单词</translation>
    </message>
    <message>
        <source>Names and terms that are spelt right: no check underlines them.</source>
        <translation>拼写正确的名称和术语，检查时不再标出。</translation>
    </message>
    <message>
        <source>a word</source>
        <translation>一个单词</translation>
    </message>
    <message>
        <source>Add a word</source>
        <translation>添加单词</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove “{0}”</source>
        <translation>删除“{0}”</translation>
    </message>
</context>
<context>
    <name>ParagraphEditor</name>
    <message>
        <source>Add “{0}” to my words</source>
        <translation>将“{0}”加入我的单词</translation>
    </message>
</context>
<context>
    <name>ParagraphRow</name>
    <message>
        <source>To send</source>
        <translation>发送用</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>释义</translation>
    </message>
    <message>
        <source>Meaning may differ</source>
        <translation>释义可能不一致</translation>
    </message>
    <message>
        <source>Written by hand, no meaning yet</source>
        <translation>手写句子，暂无中文释义</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>补写</translation>
    </message>
</context>
<context>
    <name>ParcelWay</name>
    <message>
        <source>the carrier</source>
        <translation>承运商</translation>
    </message>
    <message>
        <source>Delivered by {carrier}</source>
        <translation>{carrier} 已签收</translation>
    </message>
    <message>
        <source>Last scan by {carrier}</source>
        <translation>{carrier} 最后一次扫描</translation>
    </message>
    <message>
        <source>Accepted by {carrier}</source>
        <translation>{carrier} 已揽收</translation>
    </message>
    <message>
        <source>Handed to {carrier}</source>
        <translation>已交给 {carrier}</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>My shop</source>
        <translation>我的店铺</translation>
    </message>
    <message>
        <source>Amazon</source>
        <translation>亚马逊</translation>
    </message>
    <message>
        <source>DHgate</source>
        <translation>敦煌网</translation>
    </message>
    <message>
        <source>Walmart</source>
        <translation>沃尔玛</translation>
    </message>
    <message>
        <source>AliExpress</source>
        <translation>速卖通</translation>
    </message>
    <message>
        <source>Taobao</source>
        <translation>淘宝</translation>
    </message>
    <message>
        <source>TikTok Shop</source>
        <translation>TikTok Shop</translation>
    </message>
    <message>
        <source>Shopee</source>
        <translation>虾皮</translation>
    </message>
</context>
<context>
    <name>PolicyCheckDialog</name>
    <message>
        <source>Policy check on any text</source>
        <translation>检查任意文本</translation>
    </message>
    <message>
        <source>Paste or type a message: every rule of the platform is tried at once. Nothing is kept.</source>
        <translation>粘贴或输入一条消息，会立即按平台的全部规则检查。内容不会保存。</translation>
    </message>
    <message>
        <source>To the buyer</source>
        <translation>发给买家</translation>
    </message>
    <message>
        <source>To the platform</source>
        <translation>发给平台</translation>
    </message>
    <message>
        <source>Who will read it</source>
        <translation>收件方</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>文本语言</translation>
    </message>
    <message>
        <source>The message to check</source>
        <translation>要检查的消息</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>Copy findings</source>
        <translation>复制检查结果</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德语</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法语</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>西班牙语</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>意大利语</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日语</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>荷兰语</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>葡萄牙语</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>波兰语</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>瑞典语</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>泰语</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>越南语</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>印尼语</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>土耳其语</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>阿拉伯语</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>另有 {0} 项</translation>
    </message>
    <message>
        <source>No rule speaks against it.</source>
        <translation>没有违反任何规则。</translation>
    </message>
    <message>
        <source>Errors: {0}, warnings: {1}, hints: {2}</source>
        <translation>错误 {0}，警告 {1}，提示 {2}</translation>
    </message>
    <message>
        <source>1 rule is off</source>
        <translation>1 项规则已停用</translation>
    </message>
    <message>
        <source>{0} rules are off</source>
        <translation>{0} 项规则已停用</translation>
    </message>
    <message>
        <source>Source: {0}</source>
        <translation>来源：{0}</translation>
    </message>
</context>
<context>
    <name>PolicyRulePane</name>
    <message>
        <source>messages to buyers</source>
        <translation>给买家的消息</translation>
    </message>
    <message>
        <source>letters to the platform</source>
        <translation>给平台的信函</translation>
    </message>
    <message>
        <source>every message</source>
        <translation>所有消息</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Looks at</source>
        <translation>检查对象</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Write instead</source>
        <translation>改写建议</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>核对日期</translation>
    </message>
    <message>
        <source>Switched off on {0}</source>
        <translation>已于 {0} 停用</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>This rule counts</source>
        <translation>此规则生效</translation>
    </message>
    <message>
        <source>Switched off, it is silent in every check: in replies, templates and the command line.</source>
        <translation>停用后，它在所有检查中都不再提示：回复、模板和命令行。</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>This rule always counts</source>
        <translation>此规则始终生效</translation>
    </message>
    <message>
        <source>What it finds can cost the account. A single message can be accepted with a reason.</source>
        <translation>它发现的问题可能危及账户。单条消息可以写明理由后保留。</translation>
    </message>
    <message>
        <source>Why it does not fit your shop</source>
        <translation>为何不适合您的店铺</translation>
    </message>
</context>
<context>
    <name>PolicyRulesPage</name>
    <message>
        <source>Rule, words, source</source>
        <translation>规则、内容、来源</translation>
    </message>
    <message>
        <source>Search rules</source>
        <translation>搜索规则</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Rules of the message check</source>
        <translation>消息检查规则</translation>
    </message>
    <message>
        <source>Stops copying</source>
        <translation>阻止复制</translation>
    </message>
    <message>
        <source>Warns</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>核对日期</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{0} of {1} rules, {2} off</source>
        <translation>{1} 项规则中的 {0} 项，{2} 项已停用</translation>
    </message>
    <message>
        <source>{0} of {1} rules</source>
        <translation>{1} 项规则中的 {0} 项</translation>
    </message>
    <message>
        <source>The rule {0} is off in every check.</source>
        <translation>规则 {0} 已在所有检查中停用。</translation>
    </message>
    <message>
        <source>The rule {0} counts again.</source>
        <translation>规则 {0} 重新生效。</translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>with</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Order number, then Enter</source>
        <translation>订单号，按回车</translation>
    </message>
    <message>
        <source>Order number to preview with</source>
        <translation>用于预览的订单号</translation>
    </message>
    <message>
        <source>Example that knows everything</source>
        <translation>示例：信息齐全</translation>
    </message>
    <message>
        <source>Example that knows the order number only</source>
        <translation>示例：只有订单号</translation>
    </message>
    <message>
        <source>Another order…</source>
        <translation>其他订单…</translation>
    </message>
    <message>
        <source>Example, everything known</source>
        <translation>示例：信息齐全</translation>
    </message>
    <message>
        <source>Example, number only</source>
        <translation>示例：只有订单号</translation>
    </message>
    <message>
        <source>The preview comes back when the text is mended.</source>
        <translation>文本修正后恢复预览。</translation>
    </message>
    <message>
        <source>1 variable is empty</source>
        <translation>1 个变量为空</translation>
    </message>
    <message>
        <source>{count} variables are empty</source>
        <translation>{count} 个变量为空</translation>
    </message>
    <message>
        <source>Every variable is filled</source>
        <translation>变量均已填入</translation>
    </message>
    <message>
        <source>Asked for when it is used: {names}</source>
        <translation>使用时需填写：{names}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Every paragraph is left out for this order.</source>
        <translation>对此订单，所有段落都会省略。</translation>
    </message>
    <message>
        <source>Paragraph {n} is left out here.</source>
        <translation>此处省略第 {n} 段。</translation>
    </message>
    <message>
        <source>Paragraphs {n} are left out here.</source>
        <translation>此处省略第 {n} 段。</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>未变</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Show these orders</source>
        <translation>查看这些订单</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Every row is read. Nothing is changed.</source>
        <translation>正在读取每一行，不会改动任何数据。</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Nothing is changed until the import has finished.</source>
        <translation>导入完成之前不会改动任何数据。</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>没有可导入的内容</translation>
    </message>
    <message>
        <source>Choose the columns</source>
        <translation>选择各列</translation>
    </message>
    <message>
        <source>None of the files can be read. Nothing was changed.</source>
        <translation>所有文件都无法读取，数据没有改动。</translation>
    </message>
    <message>
        <source>No row can be imported as it is. The row issues say why; nothing was changed.</source>
        <translation>没有可以照原样导入的行，原因见“行问题”；数据没有改动。</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>没有新内容</translation>
    </message>
    <message>
        <source>Import 1 figure</source>
        <translation>导入 1 项指标</translation>
    </message>
    <message>
        <source>Import {count} figures</source>
        <translation>导入 {count} 项指标</translation>
    </message>
    <message>
        <source>The figures of account health are kept. The import can be undone as a whole.</source>
        <translation>账户状况指标已保存。本次导入可整体撤销。</translation>
    </message>
    <message>
        <source>What would change is left as it is.</source>
        <translation>将要更改的内容均保持不变。</translation>
    </message>
    <message>
        <source>All figures of the report are known already.</source>
        <translation>报告中的指标均已存在。</translation>
    </message>
    <message>
        <source>All orders of the file are known already, with the same details.</source>
        <translation>文件中的订单都已存在，内容相同。</translation>
    </message>
    <message>
        <source>Ready to import</source>
        <translation>可以导入</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import 1 order</source>
        <translation>导入 1 个订单</translation>
    </message>
    <message>
        <source>Import {count} orders</source>
        <translation>导入 {count} 个订单</translation>
    </message>
    <message>
        <source>Nothing is changed until you press Import.</source>
        <translation>按下“导入”之前不会改动任何数据。</translation>
    </message>
    <message>
        <source>1 file cannot be read and is left out.</source>
        <translation>1 个文件无法读取，未包含在内。</translation>
    </message>
    <message>
        <source>{count} files cannot be read and are left out.</source>
        <translation>{count} 个文件无法读取，未包含在内。</translation>
    </message>
    <message>
        <source>A file whose columns are still to be chosen is left out.</source>
        <translation>尚未选择各列的文件不会导入。</translation>
    </message>
    <message>
        <source>Say which column holds the order number, and what the others mean. Nothing is changed.</source>
        <translation>请指定哪一列是订单号，以及其他各列的含义。没有任何改动。</translation>
    </message>
    <message>
        <source>Some columns are not certain: choose a field for each, or leave them out. Nothing is changed.</source>
        <translation>有些列无法确定：请逐一选择字段，或选择不使用。没有任何改动。</translation>
    </message>
    <message>
        <source>The orders are in the list. The import can be undone as a whole.</source>
        <translation>订单已列入列表。这次导入可以整体撤销。</translation>
    </message>
    <message>
        <source>{done} of {total} rows</source>
        <translation>{done} / {total} 行</translation>
    </message>
    <message>
        <source>{done} of {total} orders</source>
        <translation>{done} / {total} 个订单</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>约剩 {seconds} 秒</translation>
    </message>
</context>
<context>
    <name>QuestionBody</name>
    <message>
        <source>Not possible here</source>
        <translation>此处不可选</translation>
    </message>
    <message>
        <source>Strong ground</source>
        <translation>理由充分</translation>
    </message>
    <message>
        <source>Can be fixed</source>
        <translation>可以补救</translation>
    </message>
    <message>
        <source>Weak ground</source>
        <translation>理由不足</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>尚不确定</translation>
    </message>
    <message>
        <source>Reply now</source>
        <translation>立即回复</translation>
    </message>
    <message>
        <source>Answer {0} is preselected: {1}</source>
        <translation>已预选答案 {0}：{1}</translation>
    </message>
    <message>
        <source>Source: {0}</source>
        <translation>依据：{0}</translation>
    </message>
</context>
<context>
    <name>QuestionsCard</name>
    <message>
        <source>What the file does not say</source>
        <translation>文件中没有说明的内容</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between shops</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>As proposed</source>
        <translation>按建议</translation>
    </message>
    <message>
        <source>New shop…</source>
        <translation>新建店铺…</translation>
    </message>
    <message>
        <source>{shop} (new)</source>
        <translation>{shop}（新）</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>As usual for the file</source>
        <translation>按文件惯例</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Another platform</source>
        <translation>其他平台</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day first: 17/11/2026</source>
        <translation>日在前：17/11/2026</translation>
    </message>
    <message>
        <source>Month first: 11/17/2026</source>
        <translation>月在前：11/17/2026</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>小数点符号</translation>
    </message>
    <message>
        <source>As each amount says</source>
        <translation>按各金额自身写法</translation>
    </message>
    <message>
        <source>Point: 1,234.50</source>
        <translation>点：1,234.50</translation>
    </message>
    <message>
        <source>Comma: 1.234,50</source>
        <translation>逗号：1.234,50</translation>
    </message>
    <message>
        <source>Hours are in</source>
        <translation>时间所在时区</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Damaged texts</source>
        <translation>损坏的文本</translation>
    </message>
    <message>
        <source>Leave as they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Repair them</source>
        <translation>修复</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Today, {count} due</source>
        <translation>今日，{count} 项到期</translation>
    </message>
    <message>
        <source>Cases, {count} open</source>
        <translation>案件，{count} 个未结</translation>
    </message>
</context>
<context>
    <name>RemedyAssumptions</name>
    <message>
        <source>Assumptions</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Fewer assumptions</source>
        <translation>收起假设</translation>
    </message>
    <message>
        <source>More assumptions</source>
        <translation>更多假设</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>your costs</source>
        <translation>您的成本</translation>
    </message>
    <message>
        <source>your shop</source>
        <translation>您的店铺</translation>
    </message>
    <message>
        <source>similar cases</source>
        <translation>类似案件</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>已填写</translation>
    </message>
</context>
<context>
    <name>RemedyBody</name>
    <message>
        <source>Choose and continue</source>
        <translation>选择并继续</translation>
    </message>
    <message>
        <source>Remedy chosen: {0}, expected cost {1}</source>
        <translation>已选方案：{0}，预期成本 {1}</translation>
    </message>
    <message>
        <source>Expected cost</source>
        <translation>预期成本</translation>
    </message>
    <message>
        <source>Cost by chance of losing</source>
        <translation>成本与败诉概率</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Goods and freight</source>
        <translation>货物和运费</translation>
    </message>
    <message>
        <source>Risk of losing</source>
        <translation>败诉风险</translation>
    </message>
    <message>
        <source>Your time</source>
        <translation>您的时间</translation>
    </message>
    <message>
        <source>{0} options compared</source>
        <translation>已比较 {0} 个方案</translation>
    </message>
</context>
<context>
    <name>RemedyWords</name>
    <message>
        <source>{0} more than “{1}”</source>
        <translation>比“{1}”多 {0}</translation>
    </message>
    <message>
        <source>A small margin, {0} less than “{1}”</source>
        <translation>差距很小，只比“{1}”少 {0}</translation>
    </message>
    <message>
        <source>Rests on estimates: check the assumptions</source>
        <translation>有些数字是估计的，请核对假设</translation>
    </message>
    <message>
        <source>Lowest expected cost</source>
        <translation>预期成本最低</translation>
    </message>
    <message>
        <source>Offer {0}, lowest expected cost</source>
        <translation>提议退 {0}，预期成本最低</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}，{1}</translation>
    </message>
    <message>
        <source>Contesting is never the cheapest here.</source>
        <translation>在这里申辩从来不是最省的。</translation>
    </message>
    <message>
        <source>Contesting stays cheapest whatever the chance.</source>
        <translation>无论概率多少，申辩都最省。</translation>
    </message>
    <message>
        <source>Contesting stays cheapest up to {0} %.</source>
        <translation>败诉概率在 {0} % 以内时，申辩最省。</translation>
    </message>
    <message>
        <source>Of {0} similar cases {1} were lost, {2} %, range {3} to {4} %.</source>
        <translation>{0} 个类似案件中败诉 {1} 个，占 {2} %，区间 {3} % 至 {4} %。</translation>
    </message>
    <message>
        <source>A replacement costs less than a refund for prices above {0}, with its risk above {1}.</source>
        <translation>售价高于 {0} 时，补发比退款省；计入再次出问题的风险，则须高于 {1}。</translation>
    </message>
</context>
<context>
    <name>ReportsScreen</name>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>everything so far</source>
        <translation>迄今全部</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} 至 {1}</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 个月</translation>
    </message>
    <message>
        <source>6 months</source>
        <translation>6 个月</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Backups</source>
        <translation>备份文件</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>选择备份</translation>
    </message>
    <message>
        <source>RESTORE</source>
        <comment>the word that is typed</comment>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>The backup is read and checked to the last byte before anything is touched.</source>
        <translation>在改动任何内容之前，会先完整读取并逐字节校验备份。</translation>
    </message>
    <message>
        <source>Then what is here now is itself backed up, so that you can come back to it.</source>
        <translation>随后会先备份当前内容，您随时可以退回。</translation>
    </message>
    <message>
        <source>There is no backup in this data folder yet. Choose a file.</source>
        <translation>此数据文件夹中还没有备份，请选择文件。</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>选择其他文件…</translation>
    </message>
    <message>
        <source>Orders, cases and templates of today are replaced. Type {0} to confirm.</source>
        <translation>今天的订单、案件和模板将被替换。请输入“{0}”确认。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Restoring the backup</source>
        <translation>正在恢复备份</translation>
    </message>
</context>
<context>
    <name>RevisionsSection</name>
    <message>
        <source>Revisions</source>
        <translation>历史版本</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原始版本</translation>
    </message>
    <message>
        <source>Revision {n}</source>
        <translation>版本 {n}</translation>
    </message>
    <message>
        <source>came with ClaimDesk</source>
        <translation>ClaimDesk 自带</translation>
    </message>
    <message>
        <source>earlier text restored</source>
        <translation>恢复了先前文本</translation>
    </message>
    <message>
        <source>back to what came with ClaimDesk</source>
        <translation>恢复为自带文本</translation>
    </message>
    <message>
        <source>own text kept beside an update</source>
        <translation>更新时保留了自己的文本</translation>
    </message>
    <message>
        <source>taken from a file</source>
        <translation>从文件导入</translation>
    </message>
    <message>
        <source>newly written</source>
        <translation>新写</translation>
    </message>
    <message>
        <source>{n} added</source>
        <translation>新增 {n} 段</translation>
    </message>
    <message>
        <source>{n} removed</source>
        <translation>删除 {n} 段</translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation>修改 {n} 段</translation>
    </message>
    <message>
        <source>order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>填写项</translation>
    </message>
    <message>
        <source>name and use</source>
        <translation>名称与用途</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Restore the original</source>
        <translation>恢复原始版本</translation>
    </message>
    <message>
        <source>Restore {name}</source>
        <translation>恢复{name}</translation>
    </message>
</context>
<context>
    <name>RuleEditor</name>
    <message>
        <source>please verify</source>
        <translation>请核实</translation>
    </message>
    <message>
        <source>Counts from</source>
        <translation>起算</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最晚</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>核对日期</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>none, it is only shown</source>
        <translation>无，仅供查看</translation>
    </message>
    <message>
        <source>confidence high</source>
        <translation>可信度高</translation>
    </message>
    <message>
        <source>confidence medium</source>
        <translation>可信度中</translation>
    </message>
    <message>
        <source>confidence low</source>
        <translation>可信度低</translation>
    </message>
    <message>
        <source>Your own ends</source>
        <translation>您自己的期限</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Such as: told by the account manager</source>
        <translation>例如：客户经理告知</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>按此计算</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>This rule counts from several dates, or ends on a printed day; it cannot be set here.</source>
        <translation>这条规则由多个日期起算，或以页面上的日期为准，无法在此设置。</translation>
    </message>
    <message>
        <source>Set by you on {0}. Alarms and lists go by it.</source>
        <translation>您于 {0} 设置。提醒和列表均按此计算。</translation>
    </message>
    <message>
        <source>Set other ends where you know better; they hold in every region. Reset brings the rule back.</source>
        <translation>如您掌握更准确的期限，可在此设置，适用于所有地区。点“恢复”即回到原规则。</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>business days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>on the day</source>
        <translation>当天</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} 小时</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} 天</translation>
    </message>
    <message>
        <source>{0} business days</source>
        <translation>{0} 个工作日</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>1 business day</source>
        <translation>1 个工作日</translation>
    </message>
    <message>
        <source>the day itself</source>
        <translation>当天</translation>
    </message>
    <message>
        <source>the earliest of {0}</source>
        <translation>{0} 个日期中最早</translation>
    </message>
    <message>
        <source>the latest of {0}</source>
        <translation>{0} 个日期中最晚</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>please verify</source>
        <translation>请核实</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>所有地区</translation>
    </message>
</context>
<context>
    <name>ScenarioPreview</name>
    <message>
        <source>Choose another order</source>
        <translation>选择其他订单</translation>
    </message>
    <message>
        <source>For which order?</source>
        <translation>为哪个订单新建？</translation>
    </message>
    <message>
        <source>No order fits. Import the file that holds it first.</source>
        <translation>没有符合的订单，请先导入包含它的文件。</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count} 个步骤</translation>
    </message>
    <message>
        <source>Rules checked {month}. The scenario can be changed later; what you filled in is kept.</source>
        <translation>规则核对于 {month}。场景之后可以更换，已填内容会保留。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买家</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>涉及金额</translation>
    </message>
    <message>
        <source>First deadline</source>
        <translation>首个截止</translation>
    </message>
</context>
<context>
    <name>SeatQuestion</name>
    <message>
        <source>ClaimDesk seems to be open already, but does not answer.</source>
        <translation>ClaimDesk 似乎已经打开，但没有响应。</translation>
    </message>
    <message>
        <source>Data folder: {folder}
Opened by: {holder}

If it is open on another computer, close it there first. If it was switched off or crashed, open it here: two programs that write at the same time wait for each other, and nothing is lost.</source>
        <translation>数据文件夹：{folder}
打开者：{holder}

如果它在另一台电脑上打开着，请先在那里关闭。如果那台电脑已关机或程序已崩溃，可以在这里打开：两个程序同时写入时会互相等待，不会丢失任何内容。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>仍要打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>SendingSteps</name>
    <message>
        <source>To send it</source>
        <translation>发送步骤</translation>
    </message>
    <message>
        <source>Come back and mark it as sent: the exact words and the time are kept, and the next clock starts.</source>
        <translation>回到这里标记为已发送：系统会保存原文和时间，并开始计算下一个时限。</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>{orders} orders, {cases} cases</source>
        <translation>{orders} 个订单，{cases} 个案件</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>Policy rules</source>
        <translation>消息规则</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Shop name</source>
        <translation>店铺名</translation>
    </message>
    <message>
        <source>Signature in messages</source>
        <translation>消息署名</translation>
    </message>
    <message>
        <source>Return address</source>
        <translation>退货地址</translation>
    </message>
    <message>
        <source>Language and time</source>
        <translation>语言与时间</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Your time zone</source>
        <translation>您的时区</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>ClaimDesk never connects</source>
        <translation>ClaimDesk 从不联网</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>to send</source>
        <translation>发送用</translation>
    </message>
    <message>
        <source>Chinese meaning</source>
        <translation>中文释义</translation>
    </message>
    <message>
        <source>for you to read</source>
        <translation>仅供自己阅读</translation>
    </message>
    <message>
        <source>Add a paragraph</source>
        <translation>添加段落</translation>
    </message>
    <message>
        <source>Language to write</source>
        <translation>编写语言</translation>
    </message>
    <message>
        <source>1 paragraph paired</source>
        <translation>1 段已对应</translation>
    </message>
    <message>
        <source>{count} paragraphs paired</source>
        <translation>{count} 段已对应</translation>
    </message>
    <message>
        <source>{done} of {count} paired</source>
        <translation>{count} 段中 {done} 段已对应</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>未编写</translation>
    </message>
    <message>
        <source>may be out of date</source>
        <translation>可能已过时</translation>
    </message>
    <message>
        <source>have a native speaker check</source>
        <translation>请母语者核对</translation>
    </message>
</context>
<context>
    <name>ShopsCard</name>
    <message>
        <source>Shops</source>
        <translation>全部店铺</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>店铺名称</translation>
    </message>
    <message>
        <source>My shop</source>
        <translation>我的店铺</translation>
    </message>
    <message>
        <source>1 order</source>
        <translation>1 个订单</translation>
    </message>
    <message>
        <source>{count} orders</source>
        <translation>{count} 个订单</translation>
    </message>
    <message>
        <source>The shop is called “{name}” now</source>
        <translation>店铺已改名为“{name}”</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SideList</name>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>全部未结</translation>
    </message>
    <message>
        <source>Action needed</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Waiting for buyer</source>
        <translation>等待买家</translation>
    </message>
    <message>
        <source>Waiting for platform</source>
        <translation>等待平台</translation>
    </message>
    <message>
        <source>Waiting for carrier</source>
        <translation>等待承运商</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>Platform claims</source>
        <translation>平台索赔</translation>
    </message>
    <message>
        <source>Not received</source>
        <translation>未收到货</translation>
    </message>
    <message>
        <source>Not as described</source>
        <translation>与描述不符</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Chargebacks</source>
        <translation>信用卡拒付</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Questions and service</source>
        <translation>咨询与服务</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>我的筛选</translation>
    </message>
</context>
<context>
    <name>SimilarCard</name>
    <message>
        <source>Similar cases</source>
        <translation>相似案件</translation>
    </message>
    <message>
        <source>No case so far is like this one.</source>
        <translation>目前没有与此相似的案件。</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>还有 {0} 个</translation>
    </message>
    <message>
        <source>too few cases</source>
        <translation>案件太少</translation>
    </message>
    <message>
        <source>“{0}” has ended {1} times: too few for a rate.</source>
        <translation>“{0}”已结案 {1} 次：太少，不足以得出比率。</translation>
    </message>
    <message>
        <source>{0} of {1} at no cost</source>
        <translation>{1} 件中 {0} 件零损失</translation>
    </message>
    <message>
        <source>“{0}”: by these cases, between {1} % and {2} % end at no cost.</source>
        <translation>“{0}”：按这些案件推算，零损失的比例在 {1}% 到 {2}% 之间。</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between parts of a list</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Sent: {0}</source>
        <translation>已发送：{0}</translation>
    </message>
    <message>
        <source>same scenario</source>
        <translation>场景相同</translation>
    </message>
    <message>
        <source>same reason</source>
        <translation>理由相同</translation>
    </message>
    <message>
        <source>same SKU</source>
        <translation>SKU 相同</translation>
    </message>
    <message>
        <source>similar words</source>
        <translation>内容相似</translation>
    </message>
    <message>
        <source>similar item</source>
        <translation>商品相似</translation>
    </message>
    <message>
        <source>same carrier</source>
        <translation>承运商相同</translation>
    </message>
    <message>
        <source>same country</source>
        <translation>国家相同</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>StartCard</name>
    <message>
        <source>Drop an export of your orders here</source>
        <translation>把导出的订单文件拖到这里</translation>
    </message>
    <message>
        <source>Several files at once are fine. You see what would change before anything is written.</source>
        <translation>可以一次拖入多个文件。写入之前，您会先看到将有哪些变化。</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>可直接识别</translation>
    </message>
    <message>
        <source>Files are read on this computer only. Nothing is sent anywhere.</source>
        <translation>文件只在这台电脑上读取，不会发送到任何地方。</translation>
    </message>
</context>
<context>
    <name>StartSteps</name>
    <message>
        <source>How to export?</source>
        <translation>如何导出？</translation>
    </message>
    <message>
        <source>Import your orders</source>
        <translation>导入订单</translation>
    </message>
    <message>
        <source>Export the last 90 days from the platform&apos;s seller pages or your ERP. You see a preview first, and an import can be undone.</source>
        <translation>从平台后台或 ERP 导出最近 90 天的订单。导入前先预览，导入后可以撤销。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Tell us about your shop</source>
        <translation>填写店铺资料</translation>
    </message>
    <message>
        <source>Name, signature and return route; replies and dossiers fill them in.</source>
        <translation>店铺名、署名和退货方式。回信与证据包会自动带出。</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>填写</translation>
    </message>
    <message>
        <source>Open the first case</source>
        <translation>开启第一个案件</translation>
    </message>
    <message>
        <source>Choose an order; the fitting scenario is suggested and leads you step by step.</source>
        <translation>选中订单，系统推荐合适的场景，再一步步带您处理。</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新建案件</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Database not open</source>
        <translation>数据库未打开</translation>
    </message>
    <message>
        <source>Opening the database</source>
        <translation>正在打开数据库</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>{count} orders</source>
        <translation>{count} 个订单</translation>
    </message>
    <message>
        <source>1 order</source>
        <translation>1 个订单</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>所有更改已保存</translation>
    </message>
    <message>
        <source>No backup made</source>
        <translation>备份未成功</translation>
    </message>
    <message>
        <source>Nothing imported yet</source>
        <translation>尚未导入</translation>
    </message>
    <message>
        <source>last {when} · 1 row</source>
        <translation>上次 {when} · 1 行</translation>
    </message>
    <message>
        <source>Import idle</source>
        <translation>导入空闲</translation>
    </message>
    <message>
        <source>last {when} · {count} rows</source>
        <translation>上次 {when} · {count} 行</translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message>
        <source>Closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>Waiting for buyer</source>
        <translation>等待买家</translation>
    </message>
    <message>
        <source>Waiting for platform</source>
        <translation>等待平台</translation>
    </message>
    <message>
        <source>Waiting for carrier</source>
        <translation>等待承运商</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Action needed</source>
        <translation>待处理</translation>
    </message>
</context>
<context>
    <name>StepBody</name>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>StepCentre</name>
    <message>
        <source>{0}, step {1} of {2}</source>
        <translation>{0} · 第 {1} 步，共 {2} 步</translation>
    </message>
    <message>
        <source>It ended: {0}</source>
        <translation>结果：{0}</translation>
    </message>
    <message>
        <source>An earlier answer was changed since. Check whether this one still holds, and continue.</source>
        <translation>前面的答案已改动。请核对此处是否仍然成立，然后继续。</translation>
    </message>
    <message>
        <source>Understand</source>
        <translation>弄清情况</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>收集证据</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>决定方案</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>跟进</translation>
    </message>
</context>
<context>
    <name>StepFoot</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Skip for now</source>
        <translation>暂时跳过</translation>
    </message>
</context>
<context>
    <name>StepsRail</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更换</translation>
    </message>
    <message>
        <source>Change scenario</source>
        <translation>更换场景</translation>
    </message>
    <message>
        <source>Go on with another scenario; answers, evidence and clocks are kept</source>
        <translation>改按另一个场景继续；回答、证据和时限都会保留</translation>
    </message>
    <message>
        <source>Playbook {0}, checked {1}</source>
        <translation>剧本 {0}，规则核对于 {1}</translation>
    </message>
    <message>
        <source>Check again: {0}</source>
        <translation>请重新核对：{0}</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>请重新核对</translation>
    </message>
    <message>
        <source>Understand</source>
        <translation>弄清情况</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>收集证据</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>决定方案</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>{0} of {1} collected</source>
        <translation>已收集 {0} / {1}</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Sent {0}</source>
        <translation>{0} 已发送</translation>
    </message>
</context>
<context>
    <name>Suggestion</name>
    <message>
        <source>All {count} scenarios</source>
        <translation>全部 {count} 种场景</translation>
    </message>
    <message>
        <source>Case {ref} is open</source>
        <translation>案件 {ref} 处理中</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>开启案件</translation>
    </message>
    <message>
        <source>{count} steps</source>
        <translation>{count} 步</translation>
    </message>
    <message>
        <source>No suggestion</source>
        <translation>暂无建议</translation>
    </message>
    <message>
        <source>No scenario stands out</source>
        <translation>没有明显符合的场景</translation>
    </message>
    <message>
        <source>The order alone does not say what the buyer wants. Choose what fits the message you got.</source>
        <translation>仅凭订单看不出买家的诉求，请按您收到的消息选择。</translation>
    </message>
    <message>
        <source>Choose a scenario</source>
        <translation>选择场景</translation>
    </message>
    <message>
        <source>All scenarios…</source>
        <translation>全部场景…</translation>
    </message>
</context>
<context>
    <name>TemplateAboutDialog</name>
    <message>
        <source>New template</source>
        <translation>新建模板</translation>
    </message>
    <message>
        <source>Name and use</source>
        <translation>名称与用途</translation>
    </message>
    <message>
        <source>To the buyer</source>
        <translation>发给买家</translation>
    </message>
    <message>
        <source>To the platform</source>
        <translation>发给平台</translation>
    </message>
    <message>
        <source>All platforms</source>
        <translation>所有平台</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>What it is for, English</source>
        <translation>用途（英文）</translation>
    </message>
    <message>
        <source>What it is for, Chinese</source>
        <translation>用途（中文）</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>收件方</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>A template needs a name in both languages.</source>
        <translation>模板需要中英文两种名称。</translation>
    </message>
    <message>
        <source>Choose at least one platform.</source>
        <translation>请至少选择一个平台。</translation>
    </message>
</context>
<context>
    <name>TemplateFilesMenu</name>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Import templates</source>
        <translation>导入模板</translation>
    </message>
    <message>
        <source>Reading templates</source>
        <translation>正在读取模板</translation>
    </message>
    <message>
        <source>Taking in templates</source>
        <translation>正在导入模板</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Template file</source>
        <translation>模板文件</translation>
    </message>
    <message>
        <source>Folder for the template files</source>
        <translation>模板文件的保存位置</translation>
    </message>
    <message>
        <source>Writing templates</source>
        <translation>正在写入模板</translation>
    </message>
    <message>
        <source>Written to {name}</source>
        <translation>已写入 {name}</translation>
    </message>
    <message>
        <source>Export templates</source>
        <translation>导出模板</translation>
    </message>
    <message>
        <source>{file}, sheet {sheet}, row {row} ({template})</source>
        <translation>{file}，工作表 {sheet} 第 {row} 行（{template}）</translation>
    </message>
    <message>
        <source>{place}: {words}</source>
        <translation>{place}：{words}</translation>
    </message>
</context>
<context>
    <name>TemplateRow</name>
    <message>
        <source>Nothing written in this language yet</source>
        <translation>此语言尚未编写</translation>
    </message>
    <message>
        <source>No meaning yet</source>
        <translation>尚无释义</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>发送内容</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>释义</translation>
    </message>
    <message>
        <source>Another language was changed. Does this still fit?</source>
        <translation>另一种语言已修改，此处是否仍然合适？</translation>
    </message>
    <message>
        <source>It still fits</source>
        <translation>仍然合适</translation>
    </message>
</context>
<context>
    <name>TemplateTerms</name>
    <message>
        <source>Only when “{value}” is known</source>
        <translation>仅当“{value}”已知时</translation>
    </message>
    <message>
        <source>Only when “{value}” is not known</source>
        <translation>仅当“{value}”未知时</translation>
    </message>
    <message>
        <source>Only on {platform}</source>
        <translation>仅用于 {platform}</translation>
    </message>
    <message>
        <source>Only when {condition}</source>
        <translation>仅当 {condition}</translation>
    </message>
    <message>
        <source>Left out when a value is missing</source>
        <translation>缺少变量值时省略</translation>
    </message>
</context>
<context>
    <name>TemplateTools</name>
    <message>
        <source>Template: {0}</source>
        <translation>模板：{0}</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Put a paragraph or a value into the message (Ctrl+J)</source>
        <translation>在消息中插入段落或值（Ctrl+J）</translation>
    </message>
    <message>
        <source>Earlier drafts of this step</source>
        <translation>此步骤的早先草稿</translation>
    </message>
    <message>
        <source>have a native speaker check</source>
        <translation>请母语者核对</translation>
    </message>
</context>
<context>
    <name>TemplatesScreen</name>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>The templates could not be read.</source>
        <translation>无法读取模板。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No template fits.</source>
        <translation>没有符合的模板。</translation>
    </message>
    <message>
        <source>Show all templates</source>
        <translation>显示全部模板</translation>
    </message>
    <message>
        <source>Searched were names, purposes and every language of the texts.</source>
        <translation>已搜索名称、用途和各语言的文本。</translation>
    </message>
    <message>
        <source>Saved {when}</source>
        <translation>已保存 {when}</translation>
    </message>
    <message>
        <source>As it came with ClaimDesk</source>
        <translation>ClaimDesk 自带文本</translation>
    </message>
    <message>
        <source>Version {version}, checked {day}. Came with ClaimDesk.</source>
        <translation>版本 {version}，核对于 {day}，随 ClaimDesk 提供。</translation>
    </message>
    <message>
        <source>Written by you.</source>
        <translation>由您编写。</translation>
    </message>
    <message>
        <source>Paragraph removed</source>
        <translation>段落已删除</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>新建模板</translation>
    </message>
    <message>
        <source>Before payment</source>
        <translation>付款前</translation>
    </message>
    <message>
        <source>Paid, before dispatch</source>
        <translation>已付款，未发货</translation>
    </message>
    <message>
        <source>After dispatch</source>
        <translation>发货后</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>纠纷</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>索赔</translation>
    </message>
    <message>
        <source>Appeal</source>
        <translation>申诉</translation>
    </message>
    <message>
        <source>Reviews and feedback</source>
        <translation>评价与反馈</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
</context>
<context>
    <name>TermsStrip</name>
    <message>
        <source>Optional</source>
        <translation>可省略</translation>
    </message>
    <message>
        <source>Left out when one of its values is missing</source>
        <translation>其中任一变量缺失时省略</translation>
    </message>
    <message>
        <source>Always. Or a condition: not item</source>
        <translation>始终保留。或填写条件：not item</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Choose a condition</source>
        <translation>选择条件</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>上移（Alt+↑）</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>下移（Alt+↓）</translation>
    </message>
    <message>
        <source>Add a paragraph below (Ctrl+Enter)</source>
        <translation>在下方添加段落（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Remove this paragraph</source>
        <translation>删除此段</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>始终保留</translation>
    </message>
    <message>
        <source>Only when this is known</source>
        <translation>仅当以下内容已知时</translation>
    </message>
    <message>
        <source>Only when this is not known</source>
        <translation>仅当以下内容未知时</translation>
    </message>
    <message>
        <source>Only on</source>
        <translation>仅用于平台</translation>
    </message>
</context>
<context>
    <name>Thread</name>
    <message>
        <source>1 earlier message</source>
        <translation>更早的 1 条消息</translation>
    </message>
    <message>
        <source>{0} earlier messages</source>
        <translation>更早的 {0} 条消息</translation>
    </message>
    <message>
        <source>No message is kept. Paste a mail with Ctrl+V, or drop it here.</source>
        <translation>还没有保存的消息。请用 Ctrl+V 粘贴邮件，或拖放到这里。</translation>
    </message>
</context>
<context>
    <name>ThreadCard</name>
    <message>
        <source>Messages</source>
        <translation>往来消息</translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation>查看正文</translation>
    </message>
</context>
<context>
    <name>TodayDelegate</name>
    <message>
        <source>Overdue</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Next 3 days</source>
        <translation>未来 3 天</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>{0} · {1} at risk</source>
        <translation>{0} · 涉及 {1}</translation>
    </message>
    <message>
        <source>limit in {0}</source>
        <translation>最晚还剩 {0}</translation>
    </message>
    <message>
        <source>due {0}</source>
        <translation>截止 {0}</translation>
    </message>
</context>
<context>
    <name>TodayFoot</name>
    <message>
        <source>Waiting for buyers {0}</source>
        <translation>等待买家 {0}</translation>
    </message>
    <message>
        <source>Waiting for platforms {0}</source>
        <translation>等待平台 {0}</translation>
    </message>
    <message>
        <source>{0} more after 3 days</source>
        <translation>3 天后还有 {0} 个</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>New case</source>
        <translation>新建案件</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>All shops</source>
        <translation>全部店铺</translation>
    </message>
    <message>
        <source>{0} overdue</source>
        <translation>{0} 个已超时</translation>
    </message>
    <message>
        <source>{0} due today</source>
        <translation>{0} 个今天截止</translation>
    </message>
    <message>
        <source>{0} at risk</source>
        <translation>涉及 {0}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Nothing due in 3 days.</source>
        <translation>3 天内没有到期事项。</translation>
    </message>
    <message>
        <source>The next deadline is {0}: {1}</source>
        <translation>下一个截止是 {0}：{1}</translation>
    </message>
    <message>
        <source>Show all cases</source>
        <translation>查看全部案件</translation>
    </message>
    <message>
        <source>Sample data</source>
        <translation>示例数据</translation>
    </message>
</context>
<context>
    <name>TreePane</name>
    <message>
        <source>Name or words, any language</source>
        <translation>名称或文字，任意语言</translation>
    </message>
    <message>
        <source>Find a template</source>
        <translation>查找模板</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>需要关注</translation>
    </message>
    <message>
        <source>Templates by stage</source>
        <translation>按阶段排列的模板</translation>
    </message>
    <message>
        <source>asked for when it is used</source>
        <translation>使用时填写</translation>
    </message>
    <message>
        <source>Cannot be used yet: the text before counts</source>
        <translation>暂时无法使用：使用先前的文本</translation>
    </message>
    <message>
        <source>ClaimDesk came with a newer text</source>
        <translation>ClaimDesk 自带了新文本</translation>
    </message>
    <message>
        <source>One language was changed, another was not</source>
        <translation>一种语言已修改，另一种尚未</translation>
    </message>
    <message>
        <source>Written by you</source>
        <translation>由您编写</translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation>由您修改</translation>
    </message>
</context>
<context>
    <name>UnassignedDialog</name>
    <message>
        <source>Messages without an order</source>
        <translation>未归单的消息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>None. Every message that is kept belongs to an order.</source>
        <translation>没有。所有保存的消息都已归入订单。</translation>
    </message>
    <message>
        <source>1 message waits for its order. It joins the order by itself once a file with its number is imported.</source>
        <translation>有 1 条消息等待归单。导入包含该订单号的文件后，它会自动归入订单。</translation>
    </message>
    <message>
        <source>{0} messages wait for their orders. Each joins its order by itself once a file with the number is imported.</source>
        <translation>有 {0} 条消息等待归单。导入包含订单号的文件后，会自动归入相应订单。</translation>
    </message>
    <message>
        <source>no order number</source>
        <translation>无订单号</translation>
    </message>
    <message>
        <source>Choose its order</source>
        <translation>选择订单</translation>
    </message>
</context>
<context>
    <name>UseSection</name>
    <message>
        <source>Use</source>
        <translation>使用情况</translation>
    </message>
    <message>
        <source>Sent in 90 days</source>
        <translation>90 天内发送</translation>
    </message>
    <message>
        <source>Cases that ended well</source>
        <translation>结果良好的案件</translation>
    </message>
    <message>
        <source>Steps that offer it</source>
        <translation>提供此模板的步骤</translation>
    </message>
    <message>
        <source>{well} of {ended}</source>
        <translation>{well} / {ended}</translation>
    </message>
    <message>
        <source>The true share lies between {low} and {high}.</source>
        <translation>真实比例在 {low} 与 {high} 之间。</translation>
    </message>
    <message>
        <source>Too few cases to tell a rate: {count} of {fewest} have ended.</source>
        <translation>案件太少，无法得出比例：需 {fewest} 个结案，现有 {count} 个。</translation>
    </message>
</context>
<context>
    <name>WaitBody</name>
    <message>
        <source>{0}: was expected {1}</source>
        <translation>{0}：原预计 {1}</translation>
    </message>
    <message>
        <source>{0}: until {1}, {2} left</source>
        <translation>{0}：截止 {1}，还剩 {2}</translation>
    </message>
    <message>
        <source>{0}: was due {1}</source>
        <translation>{0}：已于 {1} 到期</translation>
    </message>
    <message>
        <source>No clock is running. Look in again when you hear something.</source>
        <translation>目前没有计时。有消息时再回来查看。</translation>
    </message>
    <message>
        <source>Waiting for the buyer</source>
        <translation>等待买家</translation>
    </message>
    <message>
        <source>Waiting for the platform</source>
        <translation>等待平台</translation>
    </message>
    <message>
        <source>Waiting for the carrier</source>
        <translation>等待承运商</translation>
    </message>
    <message>
        <source>Waiting until the time has passed</source>
        <translation>等待期满</translation>
    </message>
    <message>
        <source>It happened, continue</source>
        <translation>已发生，继续</translation>
    </message>
</context>
<context>
    <name>WeeksCard</name>
    <message>
        <source>Claims per week</source>
        <translation>每周索赔</translation>
    </message>
    <message>
        <source>{0} in 12 weeks</source>
        <translation>12 周共 {0} 个</translation>
    </message>
    <message>
        <source>now</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>Week of {0}</source>
        <translation>{0} 当周</translation>
    </message>
    <message>
        <source>Not received</source>
        <translation>未收到货</translation>
    </message>
    <message>
        <source>Not as described</source>
        <translation>与描述不符</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Platform claims</source>
        <translation>平台索赔</translation>
    </message>
    <message>
        <source>Chargebacks</source>
        <translation>信用卡拒付</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>WholeTemplate</name>
    <message>
        <source>All templates as an Excel workbook…</source>
        <translation>全部模板导出为 Excel 工作簿…</translation>
    </message>
    <message>
        <source>All templates as files, one each…</source>
        <translation>全部模板导出为文件，每个一份…</translation>
    </message>
    <message>
        <source>1 template taken in</source>
        <translation>已导入 1 个模板</translation>
    </message>
    <message>
        <source>{count} templates taken in</source>
        <translation>已导入 {count} 个模板</translation>
    </message>
</context>
<context>
    <name>_Switched</name>
    <message>
        <source>Show as chart</source>
        <translation>以图表显示</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
</context>
</TS>
