<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Python 所含的第三方代码</source>
        <translation>Third-party code in Python</translation>
    </message>
    <message>
        <source>Qt 所含的第三方代码</source>
        <translation>Third-party code in Qt</translation>
    </message>
    <message>
        <source>{0}（{1}，原文校验值 {2}…）</source>
        <translation>{0} ({1}, source checksum {2}...)</translation>
    </message>
    <message>
        <source>{0}（本机）</source>
        <translation>{0} (of this computer)</translation>
    </message>
    <message>
        <source>{0}（随程序提供）</source>
        <translation>{0} (comes with the program)</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>三定规定阅读器 {0}</source>
        <translation>San Ding Reader {0}</translation>
    </message>
    <message>
        <source>不联网。显示的内容不是正式文件，以正式印发文本为准。</source>
        <translation>Works without a network. What is shown is not an official document; the text as officially issued prevails.</translation>
    </message>
    <message>
        <source>共 {0} 句：识读为事实 {1} 句，标题、引语等 {2} 句，未识别 {3} 句。
未识别 0 句，不代表识别无误。</source>
        <translation>Sentences: {0}. Read as facts: {1}; headings, lead-ins and the like: {2}; unrecognised: {3}.
&quot;Unrecognised: 0&quot; does not mean that all was read correctly.</translation>
    </message>
    <message>
        <source>关于</source>
        <translation>About</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>内容与其中原文重新识读的结果一致</source>
        <translation>The content is what reading its source anew gives</translation>
    </message>
    <message>
        <source>内容与其中原文重新识读的结果不一致，请逐项对照原文，不要直接引用</source>
        <translation>The content differs from what reading its source anew gives: check each item against the source and do not quote it as it stands</translation>
    </message>
    <message>
        <source>原文中有 {0} 个字符没有字体可以显示，屏幕上是空框：{1}</source>
        <translation>Characters of the source that no font can show (empty boxes on the screen): {0}. {1}</translation>
    </message>
    <message>
        <source>原文中的字符都能显示。</source>
        <translation>All characters of the source can be shown.</translation>
    </message>
    <message>
        <source>复制内容(&amp;C)</source>
        <translation>&amp;Copy text</translation>
    </message>
    <message>
        <source>字体</source>
        <translation>Font</translation>
    </message>
    <message>
        <source>尚未核对：窗口打开后会把内容与其中的原文核对一遍</source>
        <translation>Not checked yet: once the window is open, the content is held against its source</translation>
    </message>
    <message>
        <source>数据库</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>文件校验值（SHA-256）</source>
        <translation>File checksum (SHA-256)</translation>
    </message>
    <message>
        <source>无法读取（{0}）</source>
        <translation>Cannot be read ({0})</translation>
    </message>
    <message>
        <source>正在计算…</source>
        <translation>Calculating...</translation>
    </message>
    <message>
        <source>没有打开</source>
        <translation>Not open</translation>
    </message>
    <message>
        <source>没有随附许可证原文。</source>
        <translation>The text of this licence is not included.</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>生成自</source>
        <translation>Made from</translation>
    </message>
    <message>
        <source>程序</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>程序与数据库</source>
        <translation>Program and database</translation>
    </message>
    <message>
        <source>程序与数据库(&amp;P)</source>
        <translation>&amp;Program and database</translation>
    </message>
    <message>
        <source>许可证</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>许可证(&amp;L)</source>
        <translation>&amp;Licences</translation>
    </message>
    <message>
        <source>许可证原文</source>
        <translation>Text of the licence</translation>
    </message>
    <message>
        <source>识读</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>Allocation</name>
    <message>
        <source>{0} 格两稿并存，选定之前合计未定。</source>
        <translation>{0} cells hold two drafts; their sums are open until one is chosen.</translation>
    </message>
    <message>
        <source>{0}/{1} 格</source>
        <translation>{0}/{1} cells</translation>
    </message>
    <message>
        <source>{0}（{1}，{2}）</source>
        <translation>{0} ({1}, {2})</translation>
    </message>
    <message>
        <source>{0}（两稿并存）</source>
        <translation>{0} (drafts side by side)</translation>
    </message>
    <message>
        <source>{0}，{1}（{2}）：{3}</source>
        <translation>{0}, {1} ({2}): {3}</translation>
    </message>
    <message>
        <source>{0}，{1}：{2}</source>
        <translation>{0}, {1}: {2}</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0}：{1}共 {2}，多于{3} {4}，请核对</source>
        <translation>{0}: {1} are {2}, more than {3} {4}; please check</translation>
    </message>
    <message>
        <source>{0}：正副合计</source>
        <translation>{0}: chiefs and deputies</translation>
    </message>
    <message>
        <source>{0}：规定载明领导职务至少 {1}，多于{2} {3}，请核对</source>
        <translation>{0}: at least {1} leaders&apos; posts are stated, more than {2} {3}; please check</translation>
    </message>
    <message>
        <source>“{0}”不是 0 或正整数</source>
        <translation>&quot;{0}&quot; is neither 0 nor a positive whole number</translation>
    </message>
    <message>
        <source>“{0}”太大，最多 {1}</source>
        <translation>&quot;{0}&quot; is too large; the most is {1}</translation>
    </message>
    <message>
        <source>与规定相比</source>
        <translation>Against stated</translation>
    </message>
    <message>
        <source>两稿</source>
        <translation>two drafts</translation>
    </message>
    <message>
        <source>两稿未定</source>
        <translation>Drafts open</translation>
    </message>
    <message>
        <source>剪贴板中没有可以粘贴的文字</source>
        <translation>There is no text on the clipboard to paste</translation>
    </message>
    <message>
        <source>单位领导</source>
        <translation>Leaders of the institution</translation>
    </message>
    <message>
        <source>另有 {0} 格所属机构或项目不在本规定中，未计入合计：{1}</source>
        <translation>{0} more cells belong to units or items that this provision does not have, and are not counted: {1}</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>在幅度内</source>
        <translation>Within range</translation>
    </message>
    <message>
        <source>尚未填写</source>
        <translation>Nothing entered</translation>
    </message>
    <message>
        <source>已填</source>
        <translation>Filled</translation>
    </message>
    <message>
        <source>方案为录入内容，不是规定所载；规定只载明总数。</source>
        <translation>Scenarios are entered, not stated by the provision, which only states totals.</translation>
    </message>
    <message>
        <source>未分配 {0}</source>
        <translation>{0} left</translation>
    </message>
    <message>
        <source>未分配 {0} {1}</source>
        <translation>{0} {1} left</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>本方案是录入的设想，不是核定数，也不是规定所载；规定只载明总数。</source>
        <translation>This scenario is an entered proposal: neither approved figures nor stated by the provision, which only states totals.</translation>
    </message>
    <message>
        <source>本规定未载明可分配的编制或职数。</source>
        <translation>This provision states no posts that could be allocated.</translation>
    </message>
    <message>
        <source>机关领导</source>
        <translation>Leaders of the body</translation>
    </message>
    <message>
        <source>正好</source>
        <translation>Exact</translation>
    </message>
    <message>
        <source>没有这个编制分配方案，或者它已撤回</source>
        <translation>There is no such allocation scenario, or it was withdrawn</translation>
    </message>
    <message>
        <source>空</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>空格为未填，不等于 0。</source>
        <translation>An empty cell was not filled in; it is not 0.</translation>
    </message>
    <message>
        <source>粘贴的内容太多</source>
        <translation>There is too much to paste</translation>
    </message>
    <message>
        <source>粘贴的内容有 {0} 列，从这里起只有 {1} 列</source>
        <translation>What is pasted has {0} columns, and there are only {1} from here</translation>
    </message>
    <message>
        <source>粘贴的内容有 {0} 行，从这里起只有 {1} 行</source>
        <translation>What is pasted has {0} rows, and there are only {1} from here</translation>
    </message>
    <message>
        <source>编制分配方案只能存为 Excel 或 Word 文件</source>
        <translation>An allocation scenario can only be saved as an Excel or Word file</translation>
    </message>
    <message>
        <source>编制合计</source>
        <translation>All establishment</translation>
    </message>
    <message>
        <source>职数合计</source>
        <translation>All leadership posts</translation>
    </message>
    <message>
        <source>规定载明</source>
        <translation>Stated</translation>
    </message>
    <message>
        <source>超出 {0}</source>
        <translation>{0} over</translation>
    </message>
    <message>
        <source>超出 {0} {1}</source>
        <translation>{0} {1} over</translation>
    </message>
    <message>
        <source>预留</source>
        <translation>Reserve</translation>
    </message>
</context>
<context>
    <name>AllocationBar</name>
    <message>
        <source>两个方案并列，看差异</source>
        <translation>Two scenarios beside each other, with differences</translation>
    </message>
    <message>
        <source>复制为新方案…</source>
        <translation>Copy as a new scenario...</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export...</translation>
    </message>
    <message>
        <source>把本方案存为 Excel 或 Word 文件</source>
        <translation>Save this scenario as an Excel or Word file</translation>
    </message>
    <message>
        <source>撤回本方案</source>
        <translation>Withdraw this scenario</translation>
    </message>
    <message>
        <source>改名、复制或撤回本方案</source>
        <translation>Rename, copy or withdraw this scenario</translation>
    </message>
    <message>
        <source>改名或改说明…</source>
        <translation>Rename or change the note...</translation>
    </message>
    <message>
        <source>新建…</source>
        <translation>New...</translation>
    </message>
    <message>
        <source>新建一个编制分配方案</source>
        <translation>Make a new allocation scenario</translation>
    </message>
    <message>
        <source>本方案 ▾</source>
        <translation>This one ▾</translation>
    </message>
    <message>
        <source>比较…</source>
        <translation>Compare...</translation>
    </message>
    <message>
        <source>添加其他单位…</source>
        <translation>Add body...</translation>
    </message>
    <message>
        <source>给规定没有列出的单位也分一行</source>
        <translation>Give a row to a body that the provision does not list</translation>
    </message>
    <message>
        <source>编制分配方案</source>
        <translation>Allocation scenario</translation>
    </message>
</context>
<context>
    <name>AllocationPage</name>
    <message>
        <source>{0}（副本）</source>
        <translation>{0} (copy)</translation>
    </message>
    <message>
        <source>单位名称(&amp;N)</source>
        <translation>&amp;Name of the body</translation>
    </message>
    <message>
        <source>复制方案</source>
        <translation>Copy scenario</translation>
    </message>
    <message>
        <source>已导出到 {0}</source>
        <translation>Exported to {0}</translation>
    </message>
    <message>
        <source>撤回方案 {0}</source>
        <translation>Withdraw scenario {0}</translation>
    </message>
    <message>
        <source>新建方案</source>
        <translation>New scenario</translation>
    </message>
    <message>
        <source>新建方案 {0}</source>
        <translation>New scenario {0}</translation>
    </message>
    <message>
        <source>新建方案…</source>
        <translation>New scenario...</translation>
    </message>
    <message>
        <source>方案 {0}</source>
        <translation>Scenario {0}</translation>
    </message>
    <message>
        <source>方案改名</source>
        <translation>Rename scenario</translation>
    </message>
    <message>
        <source>方案改名 {0}</source>
        <translation>Rename scenario {0}</translation>
    </message>
    <message>
        <source>添加其他单位</source>
        <translation>Add another body</translation>
    </message>
    <message>
        <source>添加单位 {0}</source>
        <translation>Add body {0}</translation>
    </message>
    <message>
        <source>编制方案</source>
        <translation>Allocations</translation>
    </message>
    <message>
        <source>还没有编制分配方案。新建一个，把规定载明的编制和职数试着分到各处室；合计随时与规定的总数相比。</source>
        <translation>There is no allocation scenario yet. Make one to try out how the stated posts might be spread over the divisions; sums are always held against the stated totals.</translation>
    </message>
</context>
<context>
    <name>AllocationTable</name>
    <message>
        <source>删去这一单位</source>
        <translation>Remove this body</translation>
    </message>
    <message>
        <source>在原文中显示此列的总数</source>
        <translation>Show this column&apos;s total in the text</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>没有粘贴：{0}</source>
        <translation>Not pasted: {0}</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>编制分配表</source>
        <translation>Allocation table</translation>
    </message>
</context>
<context>
    <name>AskedDialog</name>
    <message>
        <source>{0}等</source>
        <translation>{0} and others</translation>
    </message>
    <message>
        <source>{0}（另由{1}反馈）</source>
        <translation>{0} (also answered by {1})</translation>
    </message>
    <message>
        <source>{0}（未列入名单）</source>
        <translation>{0} (not in the list)</translation>
    </message>
    <message>
        <source>{0}（由{1}反馈）</source>
        <translation>{0} (answered by {1})</translation>
    </message>
    <message>
        <source>代录无意见(&amp;N)…</source>
        <translation>Enter &amp;no opinion...</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>反馈情况</source>
        <translation>Response</translation>
    </message>
    <message>
        <source>另有 {0} 个已在名单中。</source>
        <translation>{0} more are in the list already.</translation>
    </message>
    <message>
        <source>只审阅对应或回复</source>
        <translation>Verdicts or replies only</translation>
    </message>
    <message>
        <source>将添加 {0} 个：{1}。</source>
        <translation>{0} will be added: {1}.</translation>
    </message>
    <message>
        <source>录入人</source>
        <translation>Entered by</translation>
    </message>
    <message>
        <source>录入时间</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>征求 {0}，反馈 {1}，其中无意见 {2}，只审阅对应或回复 {3}；未反馈 {4}。</source>
        <translation>Asked {0}, responded {1}, of these without opinion {2}, verdicts or replies only {3}; no response {4}.</translation>
    </message>
    <message>
        <source>征求 {0}，反馈 {1}，其中无意见 {2}；未反馈 {3}。</source>
        <translation>Asked {0}, responded {1}, of these without opinion {2}; no response {3}.</translation>
    </message>
    <message>
        <source>征求意见单位</source>
        <translation>Offices asked</translation>
    </message>
    <message>
        <source>征求意见单位 {0} 个</source>
        <translation>{0} offices asked</translation>
    </message>
    <message>
        <source>意见 {0} 条</source>
        <translation>{0} opinions</translation>
    </message>
    <message>
        <source>意见 {0} 条，他人撤回 {1} 条</source>
        <translation>{0} opinions, {1} withdrawn by others</translation>
    </message>
    <message>
        <source>未反馈</source>
        <translation>No response</translation>
    </message>
    <message>
        <source>每行一个单位，或用顿号隔开；可以从公文或表格中粘贴</source>
        <translation>One office a line, or set apart by commas; they can be pasted from a document or a table</translation>
    </message>
    <message>
        <source>添加(&amp;A)</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>添加到名单（Ctrl+Enter）</source>
        <translation>Add to the list (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>添加单位(&amp;O)</source>
        <translation>Add &amp;offices</translation>
    </message>
    <message>
        <source>移出(&amp;R)</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <source>移出征求意见单位 {0} 个</source>
        <translation>{0} offices asked removed</translation>
    </message>
    <message>
        <source>要添加的单位，每行一个</source>
        <translation>Offices to add, one a line</translation>
    </message>
    <message>
        <source>都已在名单中。</source>
        <translation>All of them are in the list already.</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>升级格式之前</source>
        <translation>Before its form was upgraded</translation>
    </message>
    <message>
        <source>并入审阅包之前</source>
        <translation>Before a package was taken in</translation>
    </message>
    <message>
        <source>录入期间每小时备份</source>
        <translation>Hourly, while entries were made</translation>
    </message>
    <message>
        <source>恢复其他备份之前</source>
        <translation>Before another backup was restored</translation>
    </message>
    <message>
        <source>损坏的原件</source>
        <translation>The damaged original</translation>
    </message>
    <message>
        <source>每日备份</source>
        <translation>Daily backup</translation>
    </message>
</context>
<context>
    <name>CarryDesk</name>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from backup</translation>
    </message>
    <message>
        <source>另存审阅</source>
        <translation>Save review as</translation>
    </message>
    <message>
        <source>导入审阅</source>
        <translation>Import review</translation>
    </message>
    <message>
        <source>导出审阅</source>
        <translation>Export review</translation>
    </message>
    <message>
        <source>已导出 {0} 条到 {1}

对方用“审阅→导入审阅”打开。请按本单位保密规定传递。</source>
        <translation>{0} entries exported to {1}

The recipient opens it by Review → Import review. Hand it on as your office&apos;s secrecy rules allow.</translation>
    </message>
    <message>
        <source>已恢复到 {0} 的备份（{1} 条）。</source>
        <translation>Restored the backup of {0} ({1} entries).</translation>
    </message>
    <message>
        <source>恢复前的审阅文件存为 {0}</source>
        <translation>The review as it was before is kept as {0}</translation>
    </message>
    <message>
        <source>还没有录入任何内容。</source>
        <translation>Nothing is entered yet.</translation>
    </message>
</context>
<context>
    <name>Carrying</name>
    <message>
        <source>{0} 不是审阅文件，不能并入其中</source>
        <translation>{0} is not a review file: nothing can be taken into it</translation>
    </message>
    <message>
        <source>{0} 不是普通文件，未读取</source>
        <translation>{0} is no regular file; it was not read</translation>
    </message>
    <message>
        <source>{0} 就是本机正在使用的审阅，不必导入</source>
        <translation>{0} is the review in use on this computer: there is nothing to take in</translation>
    </message>
    <message>
        <source>{0} 是审阅文件，不能用审阅包覆盖。请另选文件名</source>
        <translation>{0} is a review file, which a package must not replace. Choose another name</translation>
    </message>
    <message>
        <source>{0} 是文件夹，不是文件</source>
        <translation>{0} is a folder, not a file</translation>
    </message>
    <message>
        <source>{0} 超过 {1} MiB，不像是审阅包，未读取</source>
        <translation>{0} is larger than {1} MiB, unlike a review package; it was not read</translation>
    </message>
    <message>
        <source>不能读取 {0}（{1}）</source>
        <translation>{0} can&apos;t be read ({1})</translation>
    </message>
    <message>
        <source>两稿已合</source>
        <translation>Two drafts settled</translation>
    </message>
    <message>
        <source>已有</source>
        <translation>Known</translation>
    </message>
    <message>
        <source>找不到文件：{0}。请核对路径</source>
        <translation>No such file: {0}. Check the path</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>有改动</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>没有可导出的条目</source>
        <translation>There are no entries to export</translation>
    </message>
    <message>
        <source>没有导出到 {0}（{1}）。请另选位置</source>
        <translation>Not exported to {0} ({1}). Choose another place</translation>
    </message>
    <message>
        <source>补历次修改</source>
        <translation>Earlier states</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>整体牵头</source>
        <translation>Lead</translation>
    </message>
</context>
<context>
    <name>CellStrip</name>
    <message>
        <source>两稿并存，请选定</source>
        <translation>Two drafts, choose one</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>复制内容</source>
        <translation>Copy content</translation>
    </message>
    <message>
        <source>放弃</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>继续修改</source>
        <translation>Go on editing</translation>
    </message>
    <message>
        <source>表下的说明</source>
        <translation>Remarks under the table</translation>
    </message>
    <message>
        <source>采用 {0}（{1}）</source>
        <translation>Take {0} ({1})</translation>
    </message>
</context>
<context>
    <name>ChangeFlow</name>
    <message>
        <source>{0} 第 {1} 项，共 {2} 项</source>
        <translation>{0}, {1} of {2}</translation>
    </message>
    <message>
        <source>在原文中显示</source>
        <translation>Show in source text</translation>
    </message>
    <message>
        <source>复制文字（不含出处）</source>
        <translation>Copy without citation</translation>
    </message>
    <message>
        <source>复制（含出处）</source>
        <translation>Copy with citation</translation>
    </message>
    <message>
        <source>查看详情</source>
        <translation>Show details</translation>
    </message>
    <message>
        <source>职能转变去向图</source>
        <translation>Picture of where functions went</translation>
    </message>
</context>
<context>
    <name>ChangeKind</name>
    <message>
        <source>下放</source>
        <translation>Devolved</translation>
    </message>
    <message>
        <source>划入</source>
        <translation>Transferred in</translation>
    </message>
    <message>
        <source>划出</source>
        <translation>Transferred out</translation>
    </message>
    <message>
        <source>加强</source>
        <translation>Strengthened</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Abolished</translation>
    </message>
    <message>
        <source>增加</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>整合</source>
        <translation>Integrated</translation>
    </message>
    <message>
        <source>未归类</source>
        <translation>Unclassified</translation>
    </message>
    <message>
        <source>转由、交由</source>
        <translation>Handed over</translation>
    </message>
</context>
<context>
    <name>ChangeList</name>
    <message>
        <source>在原文中显示</source>
        <translation>Show in source text</translation>
    </message>
    <message>
        <source>复制文字（不含出处）</source>
        <translation>Copy without citation</translation>
    </message>
    <message>
        <source>复制（含出处）</source>
        <translation>Copy with citation</translation>
    </message>
    <message>
        <source>展开全文</source>
        <translation>Show whole text</translation>
    </message>
    <message>
        <source>收起全文</source>
        <translation>Show less</translation>
    </message>
</context>
<context>
    <name>ChangeTable</name>
    <message>
        <source>升序</source>
        <translation>ascending</translation>
    </message>
    <message>
        <source>在原文中显示</source>
        <translation>Show in source text</translation>
    </message>
    <message>
        <source>复制为表格</source>
        <translation>Copy as table</translation>
    </message>
    <message>
        <source>复制（含出处）</source>
        <translation>Copy with citation</translation>
    </message>
    <message>
        <source>已按“{0}”{1}排列</source>
        <translation>Sorted by &quot;{0}&quot;, {1}</translation>
    </message>
    <message>
        <source>按此列升序排列</source>
        <translation>Sort by this column, ascending</translation>
    </message>
    <message>
        <source>按此列降序排列</source>
        <translation>Sort by this column, descending</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>查看详情</source>
        <translation>Show details</translation>
    </message>
    <message>
        <source>职能转变对照表</source>
        <translation>Table of function changes</translation>
    </message>
    <message>
        <source>降序</source>
        <translation>descending</translation>
    </message>
</context>
<context>
    <name>ChangeTies</name>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>与{0}</source>
        <translation>With {0}</translation>
    </message>
    <message>
        <source>例外</source>
        <translation>Exception</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>保留</source>
        <translation>Remains</translation>
    </message>
    <message>
        <source>内设机构</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>分项 [{0}]</source>
        <translation>Item [{0}]</translation>
    </message>
    <message>
        <source>原文未载明</source>
        <translation>Not stated in the source text</translation>
    </message>
    <message>
        <source>对应的内设机构</source>
        <translation>Corresponding divisions</translation>
    </message>
    <message>
        <source>对应的现行职责</source>
        <translation>Corresponding present duties</translation>
    </message>
    <message>
        <source>方括号内为程序编号，非原文编号。</source>
        <translation>Numbers in square brackets are the program&apos;s, not the source&apos;s.</translation>
    </message>
    <message>
        <source>未对应</source>
        <translation>No correspondence</translation>
    </message>
    <message>
        <source>本事项{0}；名称{1}</source>
        <translation>Here {0}; name {1}</translation>
    </message>
    <message>
        <source>本事项{0}；对应处{1}</source>
        <translation>Here {0}; there {1}</translation>
    </message>
    <message>
        <source>本事项用语直接对应名称</source>
        <translation>The function&apos;s words match the name directly</translation>
    </message>
    <message>
        <source>条件</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>涉及领域仅指用语所及，不表示现行职责由该事项保留而来。</source>
        <translation>A field is what the words touch; it doesn&apos;t mean that a present duty is what remains of the function.</translation>
    </message>
    <message>
        <source>涉及领域的内设机构</source>
        <translation>Divisions in its field</translation>
    </message>
    <message>
        <source>涉及领域的现行职责</source>
        <translation>Present duties in its field</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>相关的部门间分工</source>
        <translation>Related shared responsibilities</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>经现行职责 {0}</source>
        <translation>Through present duty {0}</translation>
    </message>
    <message>
        <source>经现行职责 {0}（本事项与该职责：{1}；该职责与本机构：{2}）</source>
        <translation>Through present duty {0} (function to duty: {1}; duty to unit: {2})</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>设在机构</source>
        <translation>Hosted office</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>途径</source>
        <translation>Way</translation>
    </message>
    <message>
        <source>部门间职责分工</source>
        <translation>Responsibilities shared between agencies</translation>
    </message>
    <message>
        <source>限定与保留（按原文用词）</source>
        <translation>Limits and what remains (as worded)</translation>
    </message>
</context>
<context>
    <name>ChangesModel</name>
    <message>
        <source>与所选内容有对应</source>
        <translation>Corresponds to what is chosen</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Function</translation>
    </message>
    <message>
        <source>例外</source>
        <translation>Exception</translation>
    </message>
    <message>
        <source>去向</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>方向</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>未载明</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>本规定未载明</source>
        <translation>Not stated in this provision</translation>
    </message>
    <message>
        <source>条件</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>条件/例外</source>
        <translation>Condition / exception</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
</context>
<context>
    <name>ChangesPane</name>
    <message>
        <source>从本机关到承接单位的图</source>
        <translation>Picture from the agency to the recipients</translation>
    </message>
    <message>
        <source>去向图</source>
        <translation>Flow</translation>
    </message>
    <message>
        <source>可排序、可复制的表格</source>
        <translation>A table to sort and copy</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>复制选中的职能转变及其出处</source>
        <translation>Copy the selected changes with their citation</translation>
    </message>
    <message>
        <source>复制（含出处）</source>
        <translation>Copy with citation</translation>
    </message>
    <message>
        <source>对照</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>已复制 {0} 行，可粘贴到表格</source>
        <translation>Copied, ready to paste into a spreadsheet. Rows: {0}</translation>
    </message>
    <message>
        <source>已复制文字（不含出处）：{0}</source>
        <translation>Copied without citation: {0}</translation>
    </message>
    <message>
        <source>已复制（含出处）：{0}</source>
        <translation>Copied with citation: {0}</translation>
    </message>
    <message>
        <source>按类别并列</source>
        <translation>Side by side, by kind</translation>
    </message>
    <message>
        <source>按词筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>按词筛选职能转变</source>
        <translation>Filter the function changes</translation>
    </message>
    <message>
        <source>按词筛选，例如去向或事项</source>
        <translation>Filter by words</translation>
    </message>
    <message>
        <source>显示 {0} / {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>显示或隐藏这一类</source>
        <translation>Show or hide this kind</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filter</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>请先选中一项职能转变，再复制。</source>
        <translation>Select a function change first, then copy.</translation>
    </message>
</context>
<context>
    <name>ChartBar</name>
    <message>
        <source>{0}（Ctrl+滚轮）</source>
        <translation>{0} (Ctrl+wheel)</translation>
    </message>
    <message>
        <source>全图</source>
        <translation>Whole</translation>
    </message>
    <message>
        <source>到下一个找到的机构（F3；上一个 Shift+F3）</source>
        <translation>Go to the next unit found (F3; the one before: Shift+F3)</translation>
    </message>
    <message>
        <source>只显示了一部分：按这里或 9 键显示全图</source>
        <translation>Only a part is shown: press here or 9 for the whole chart</translation>
    </message>
    <message>
        <source>在机构图中查找机构</source>
        <translation>Find a unit in the chart</translation>
    </message>
    <message>
        <source>大小 {0}，按下恢复 100%</source>
        <translation>Size {0}, press for 100%</translation>
    </message>
    <message>
        <source>审阅</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>展开全部</source>
        <translation>Unfold all</translation>
    </message>
    <message>
        <source>布局</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>找到 {0} 个，到下一个</source>
        <translation>{0} found, go to the next</translation>
    </message>
    <message>
        <source>按 100% 显示</source>
        <translation>Show at 100%</translation>
    </message>
    <message>
        <source>按 100% 显示：名称与窗口文字一样大（0）</source>
        <translation>Show at 100%: names as large as the window&apos;s text (0)</translation>
    </message>
    <message>
        <source>按名称、拼音或首字母查找；回车或 F3 到下一个，加 Shift 到上一个</source>
        <translation>Find by name, pinyin or initials; Enter or F3 goes to the next, with Shift to the one before</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>收起或展开领导职务、内设机构等</source>
        <translation>Fold or unfold leadership posts, divisions and others</translation>
    </message>
    <message>
        <source>放大机构图</source>
        <translation>Enlarge the chart</translation>
    </message>
    <message>
        <source>显示全图（9）</source>
        <translation>Show the whole chart (9)</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>更多：这里放不下的按钮</source>
        <translation>More: buttons that have no room here</translation>
    </message>
    <message>
        <source>未对应</source>
        <translation>Not matched</translation>
    </message>
    <message>
        <source>查找，如 bgs</source>
        <translation>Find, e.g. bgs</translation>
    </message>
    <message>
        <source>标出各机构对应的职责分项数，按等级</source>
        <translation>Mark how many duty items correspond to each unit, by grade</translation>
    </message>
    <message>
        <source>标出各机构的审阅意见数，以及有分歧的对应数（录入）</source>
        <translation>Mark how many opinions there are on each unit, and how many of its links are disputed (entered)</translation>
    </message>
    <message>
        <source>标出没有对应职责分项的机构</source>
        <translation>Mark units without corresponding duty items</translation>
    </message>
    <message>
        <source>标出职能转变涉及的机构，按类别</source>
        <translation>Mark units that function changes concern, by kind</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>突出</source>
        <translation>Focus</translation>
    </message>
    <message>
        <source>突出显示选中的机构及其上下级（F）</source>
        <translation>Let the chosen unit stand out with what is above and below it (F)</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Grades</translation>
    </message>
    <message>
        <source>缩小机构图</source>
        <translation>Reduce the chart</translation>
    </message>
    <message>
        <source>职能转变</source>
        <translation>Changes</translation>
    </message>
</context>
<context>
    <name>ChartFinding</name>
    <message>
        <source>“{0}”与“{1}”的文字重叠</source>
        <translation>the words of &quot;{0}&quot; and &quot;{1}&quot; overlap</translation>
    </message>
    <message>
        <source>“{0}”与“{1}”重叠</source>
        <translation>&quot;{0}&quot; and &quot;{1}&quot; overlap</translation>
    </message>
    <message>
        <source>“{0}”的文字超出所在的框</source>
        <translation>the words of &quot;{0}&quot; reach out of their box</translation>
    </message>
    <message>
        <source>“{0}”的框超出版面</source>
        <translation>the box of &quot;{0}&quot; reaches out of the page</translation>
    </message>
    <message>
        <source>“{0}”超出版面</source>
        <translation>&quot;{0}&quot; reaches out of the page</translation>
    </message>
    <message>
        <source>不同单位的连线相交</source>
        <translation>lines of different units cross</translation>
    </message>
    <message>
        <source>最小字号 {0} 磅，小于 {1} 磅</source>
        <translation>smallest type {0} pt, under {1} pt</translation>
    </message>
    <message>
        <source>连线穿过“{0}”</source>
        <translation>a line runs through &quot;{0}&quot;</translation>
    </message>
    <message>
        <source>通往“{0}”的连线超出版面</source>
        <translation>the line to &quot;{0}&quot; reaches out of the page</translation>
    </message>
</context>
<context>
    <name>ChartLayout</name>
    <message>
        <source>{0} {1} 磅</source>
        <translation>{0} {1} pt</translation>
    </message>
    <message>
        <source>按所选</source>
        <translation>as chosen</translation>
    </message>
    <message>
        <source>自动选用：在 {0}×{1} 毫米的图幅上字号与最大者相差不到 {4} 磅，为 {2} 磅；{3}</source>
        <translation>chosen automatically: on {0}×{1} mm its type is {2} pt, less than {4} pt from the largest; {3}</translation>
    </message>
    <message>
        <source>自动选用：在 {0}×{1} 毫米的图幅上字号最大，为 {2} 磅；{3}</source>
        <translation>chosen automatically: on {0}×{1} mm its type is the largest, {2} pt; {3}</translation>
    </message>
    <message>
        <source>自动选用：在 {0}×{1} 毫米的图幅上，各种版式的字号都可达 {2} 磅</source>
        <translation>chosen automatically: on {0}×{1} mm the type of every layout can be {2} pt</translation>
    </message>
</context>
<context>
    <name>ChartPage</name>
    <message>
        <source>{0}（已收起 {1} 项）</source>
        <translation>{0} ({1} folded)</translation>
    </message>
    <message>
        <source>已复制名称</source>
        <translation>Name copied</translation>
    </message>
    <message>
        <source>已复制（含出处）：{0}</source>
        <translation>Copied with citation: {0}</translation>
    </message>
    <message>
        <source>布局</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>自动选用{0}：在现在的窗口中字最大，或相差不多</source>
        <translation>{0}, picked because its type is the largest in this window, or nearly so</translation>
    </message>
</context>
<context>
    <name>ChartPane</name>
    <message>
        <source>查找机构</source>
        <translation>Find a unit</translation>
    </message>
    <message>
        <source>清除查找词，不再突出，显示全图</source>
        <translation>Clear the words, end the focus, show the whole chart</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>不再突出显示</source>
        <translation>End the focus</translation>
    </message>
    <message>
        <source>分歧 {0}</source>
        <translation>Disputed {0}</translation>
    </message>
    <message>
        <source>在原文中显示这个机构</source>
        <translation>Show this unit in the source text</translation>
    </message>
    <message>
        <source>复制（含出处）</source>
        <translation>Copy with citation</translation>
    </message>
    <message>
        <source>展开下属机构</source>
        <translation>Unfold what is below</translation>
    </message>
    <message>
        <source>意见 {0}</source>
        <translation>Opinions {0}</translation>
    </message>
    <message>
        <source>收起下属机构</source>
        <translation>Fold what is below</translation>
    </message>
    <message>
        <source>显示全图</source>
        <translation>Show the whole chart</translation>
    </message>
    <message>
        <source>未对应</source>
        <translation>Not matched</translation>
    </message>
    <message>
        <source>机构图</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>查看这个机构</source>
        <translation>Show this unit</translation>
    </message>
    <message>
        <source>突出显示这个机构</source>
        <translation>Focus on this unit</translation>
    </message>
</context>
<context>
    <name>ClauseHitsModel</name>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>标题或条文中的字词</source>
        <translation>Heading, or words of the clause</translation>
    </message>
</context>
<context>
    <name>ClauseMark</name>
    <message>
        <source>原文 {0}</source>
        <translation>Source {0}</translation>
    </message>
    <message>
        <source>在原文中显示</source>
        <translation>Show in source text</translation>
    </message>
    <message>
        <source>在原文中显示 {0}</source>
        <translation>Show {0} in source text</translation>
    </message>
    <message>
        <source>复制（含出处）</source>
        <translation>Copy with citation</translation>
    </message>
</context>
<context>
    <name>ColumnHead</name>
    <message>
        <source>{0} {2} 项</source>
        <translation>{0} {2}</translation>
    </message>
    <message>
        <source>{0} {2} 项，显示 {1} 项</source>
        <translation>{0}: {1} of {2}</translation>
    </message>
</context>
<context>
    <name>CompareBars</name>
    <message>
        <source>两个方案的条形图</source>
        <translation>Bar chart of both scenarios</translation>
    </message>
</context>
<context>
    <name>CompareModel</name>
    <message>
        <source>差</source>
        <translation>Diff.</translation>
    </message>
    <message>
        <source>差（后减前）</source>
        <translation>Difference (second less first)</translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>两个方案的比较</source>
        <translation>Comparison of two scenarios</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>与</source>
        <translation>and</translation>
    </message>
    <message>
        <source>两个方案的数字和差</source>
        <translation>Numbers of both scenarios and their difference</translation>
    </message>
    <message>
        <source>两个方案的条形图</source>
        <translation>Bar chart of both scenarios</translation>
    </message>
    <message>
        <source>全部项目</source>
        <translation>All items</translation>
    </message>
    <message>
        <source>前一方案</source>
        <translation>First scenario</translation>
    </message>
    <message>
        <source>只看差异</source>
        <translation>Differences only</translation>
    </message>
    <message>
        <source>后一方案</source>
        <translation>Second scenario</translation>
    </message>
    <message>
        <source>回到方案</source>
        <translation>Back to the scenario</translation>
    </message>
    <message>
        <source>图</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>已复制 {0} 行，可粘贴到表格</source>
        <translation>{0} rows copied, ready for a spreadsheet</translation>
    </message>
    <message>
        <source>把比较结果复制为表格</source>
        <translation>Copy the comparison as a table</translation>
    </message>
    <message>
        <source>比较的项目</source>
        <translation>Item compared</translation>
    </message>
    <message>
        <source>表</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from backup</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>恢复到 {0} 的备份（{1} 条）。</source>
        <translation>The backup of {0} ({1} entries) will be restored.</translation>
    </message>
    <message>
        <source>本次打开以来的撤销记录将清空。</source>
        <translation>What was done since the program was opened can&apos;t be undone any more.</translation>
    </message>
    <message>
        <source>现在的审阅文件读不出来，会原样存入备份文件夹，列为“损坏的原件”。</source>
        <translation>The present review file can&apos;t be read; it is kept as it is among the backups, as &quot;The damaged original&quot;.</translation>
    </message>
    <message>
        <source>现在的审阅文件（{0} 条）会先存为一份备份，可以随时再恢复回来。</source>
        <translation>The present review file ({0} entries) is kept as a backup first and can be restored at any time.</translation>
    </message>
</context>
<context>
    <name>ConflictBox</name>
    <message>
        <source>合并为新稿…</source>
        <translation>Merge into a new draft...</translation>
    </message>
    <message>
        <source>第 {0} 稿</source>
        <translation>Draft {0}</translation>
    </message>
    <message>
        <source>这一条在两处分别修改过，两稿都保留着。请选一稿，或合并为新稿；未采用的仍在历史中。</source>
        <translation>This entry was changed in two places, and both drafts are kept. Choose one, or merge them; what is not chosen stays in the history.</translation>
    </message>
    <message>
        <source>采用此稿</source>
        <translation>Use this draft</translation>
    </message>
</context>
<context>
    <name>Corner</name>
    <message>
        <source>机构</source>
        <translation>Unit</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>刚才的操作没有完成，数据库未被改动，窗口可以继续使用。
请把下面的内容复制给维护人员，或导出诊断信息一并交去。</source>
        <translation>The last action was not completed. The database is unchanged, and you can go on using the window.
Please copy the text below for whoever maintains the program, or export diagnostics and send them along.</translation>
    </message>
    <message>
        <source>复制内容(&amp;C)</source>
        <translation>&amp;Copy text</translation>
    </message>
    <message>
        <source>导出诊断信息(&amp;E)…</source>
        <translation>&amp;Export diagnostics...</translation>
    </message>
    <message>
        <source>程序出现意外错误</source>
        <translation>Unexpected error</translation>
    </message>
    <message>
        <source>错误内容</source>
        <translation>Error text</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>已复制（含出处）：{0}</source>
        <translation>Copied with citation: {0}</translation>
    </message>
</context>
<context>
    <name>Diagnosing</name>
    <message>
        <source>导出诊断信息</source>
        <translation>Export diagnostics</translation>
    </message>
    <message>
        <source>已导出到 {0}

其中不含三定规定的原文，也不含用户名。发送前请自行过目。</source>
        <translation>Exported to {0}

It holds no words of the provision and no user name. Please look through it before sending.</translation>
    </message>
    <message>
        <source>文本文件 (*.txt)</source>
        <translation>Text files (*.txt)</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>诊断信息没有导出（{0}）：{1}。请另选位置</source>
        <translation>Diagnostics were not exported ({0}): {1}. Choose another place</translation>
    </message>
</context>
<context>
    <name>DialogDesk</name>
    <message>
        <source>三定规定数据库 (*.db)</source>
        <translation>Provision databases (*.db)</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>打开数据库</source>
        <translation>Open database</translation>
    </message>
    <message>
        <source>文件还没有存完。存完后窗口自动关闭。</source>
        <translation>A file is still being written. The window closes by itself once it is.</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>Saving</translation>
    </message>
</context>
<context>
    <name>Direction</name>
    <message>
        <source>← 划入本机关</source>
        <translation>← comes to this agency</translation>
    </message>
    <message>
        <source>→ 移出本机关</source>
        <translation>→ leaves this agency</translation>
    </message>
</context>
<context>
    <name>DivisionDutiesModel</name>
    <message>
        <source>依据条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>对应职责原文</source>
        <translation>Corresponding duty items</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>括号内名称</source>
        <translation>Name in brackets</translation>
    </message>
    <message>
        <source>未对应</source>
        <translation>Not matched</translation>
    </message>
    <message>
        <source>没有符合筛选的对应</source>
        <translation>Nothing left by the filter</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>设在本机关</source>
        <translation>Hosted here</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>关闭（可从“查看”菜单再打开）</source>
        <translation>Close (open again from the View menu)</translation>
    </message>
    <message>
        <source>浮动或停靠</source>
        <translation>Float or dock</translation>
    </message>
</context>
<context>
    <name>DrawerFrame</name>
    <message>
        <source>关上</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>DutiesModel</name>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>职责</source>
        <translation>Duties</translation>
    </message>
</context>
<context>
    <name>DutyMapBar</name>
    <message>
        <source>{0} · 有分歧 {1}</source>
        <translation>{0} · disputed {1}</translation>
    </message>
    <message>
        <source>{0}（Ctrl+滚轮）</source>
        <translation>{0} (Ctrl+wheel)</translation>
    </message>
    <message>
        <source>一览表</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>全部审阅</source>
        <translation>Any review</translation>
    </message>
    <message>
        <source>全部行为</source>
        <translation>All acts</translation>
    </message>
    <message>
        <source>全部角色</source>
        <translation>All roles</translation>
    </message>
    <message>
        <source>协作角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>只看未对应</source>
        <translation>Not matched only</translation>
    </message>
    <message>
        <source>只看没有对应处室的职责分项</source>
        <translation>Show only duty items without a division</translation>
    </message>
    <message>
        <source>处室职责对应一览表：每个处室一行</source>
        <translation>Divisions and their duty items, one row each</translation>
    </message>
    <message>
        <source>审阅情况</source>
        <translation>State of review</translation>
    </message>
    <message>
        <source>展开全部</source>
        <translation>Unfold all</translation>
    </message>
    <message>
        <source>展开或收起全部职责的分项</source>
        <translation>Unfold or fold the items of all duties</translation>
    </message>
    <message>
        <source>已审 {0}/{1}</source>
        <translation>Reviewed {0}/{1}</translation>
    </message>
    <message>
        <source>录入：已有人审阅的职责分项，共多少项；多处对应的，逐一审阅后才计入。有分歧的另计，包括未审完的</source>
        <translation>Entered: duty items that somebody reviewed, of how many; where there are several correspondences, all of them must be reviewed. Items on which reviewers differ are counted apart, those not reviewed to the end among them</translation>
    </message>
    <message>
        <source>按词筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>按词筛选职责分项</source>
        <translation>Filter duty items by words</translation>
    </message>
    <message>
        <source>放大矩阵</source>
        <translation>Enlarge the matrix</translation>
    </message>
    <message>
        <source>显示或隐藏这一等级：{0}</source>
        <translation>Show or hide this grade: {0}</translation>
    </message>
    <message>
        <source>未对应分项</source>
        <translation>Not matched</translation>
    </message>
    <message>
        <source>未载明协作角色</source>
        <translation>No role stated</translation>
    </message>
    <message>
        <source>没有对应处室的职责分项</source>
        <translation>Duty items without a division</translation>
    </message>
    <message>
        <source>矩阵</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>缩小矩阵</source>
        <translation>Reduce the matrix</translation>
    </message>
    <message>
        <source>职责与机构的交叉表</source>
        <translation>Duties by units</translation>
    </message>
    <message>
        <source>职责分项的原文，或与之对应的机构名称</source>
        <translation>Words of a duty item, or of the name of a unit that corresponds</translation>
    </message>
    <message>
        <source>行为</source>
        <translation>Act</translation>
    </message>
</context>
<context>
    <name>DutyMapPage</name>
    <message>
        <source>{0}：本规定未将职责分配到内设机构</source>
        <translation>{0}: the provision assigns no duty to a division</translation>
    </message>
    <message>
        <source>处室职责对应一览表</source>
        <translation>Divisions and their duty items</translation>
    </message>
    <message>
        <source>已复制此处的文字</source>
        <translation>The words at this place are copied</translation>
    </message>
    <message>
        <source>已复制（含出处）：{0}</source>
        <translation>Copied with citation: {0}</translation>
    </message>
    <message>
        <source>数量不表示工作量</source>
        <translation>Counts are no measure of workload</translation>
    </message>
    <message>
        <source>未对应的职责分项</source>
        <translation>Duty items not matched</translation>
    </message>
    <message>
        <source>本规定未载明主要职责，没有可以对应的职责分项。</source>
        <translation>This provision states no main duties: there are no duty items to match.</translation>
    </message>
    <message>
        <source>本规定未载明内设机构，职责分项没有可以对应的处室。</source>
        <translation>This provision states no divisions that duty items could be matched with.</translation>
    </message>
    <message>
        <source>每一职责分项都有对应的处室。</source>
        <translation>Every duty item has a corresponding division.</translation>
    </message>
    <message>
        <source>没有审阅情况为“{0}”的职责分项。请改选“全部审阅”。</source>
        <translation>No duty item is &apos;{0}&apos;. Choose &apos;Any review&apos;.</translation>
    </message>
    <message>
        <source>没有符合条件、且审阅情况为“{0}”的职责分项。请改选审阅情况，或减少其他筛选。</source>
        <translation>No duty item answers the filters and is &apos;{0}&apos;. Choose another review state, or fewer filters.</translation>
    </message>
    <message>
        <source>没有符合条件的职责分项。请减少筛选词，或改选角色和行为。</source>
        <translation>No duty item matches. Use fewer words, or choose another role or act.</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filter</translation>
    </message>
</context>
<context>
    <name>DutyMapPane</name>
    <message>
        <source>到筛选框</source>
        <translation>Go to filter</translation>
    </message>
    <message>
        <source>已复制 {0} 行，可粘贴到表格</source>
        <translation>Copied, ready to paste into a spreadsheet. Rows: {0}</translation>
    </message>
    <message>
        <source>收起说明，清除筛选</source>
        <translation>Close the explanation, clear the filters</translation>
    </message>
</context>
<context>
    <name>DutyMatrixFoot</name>
    <message>
        <source>未对应</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>DutyMatrixView</name>
    <message>
        <source>{0}，未经本单位确认</source>
        <translation>{0}, not confirmed</translation>
    </message>
    <message>
        <source>名称相近，不采纳</source>
        <translation>similar name, set aside</translation>
    </message>
    <message>
        <source>在原文中显示这个机构</source>
        <translation>Show this unit in the source text</translation>
    </message>
    <message>
        <source>在原文中显示这项职责</source>
        <translation>Show this duty in the source text</translation>
    </message>
    <message>
        <source>复制文字</source>
        <translation>Copy the words</translation>
    </message>
    <message>
        <source>对这个机构添加意见…</source>
        <translation>Add an opinion on this unit...</translation>
    </message>
    <message>
        <source>对这项职责添加意见…</source>
        <translation>Add an opinion on this duty...</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>proposed</translation>
    </message>
    <message>
        <source>无对应分项的机构</source>
        <translation>Units without an item</translation>
    </message>
    <message>
        <source>未对应</source>
        <translation>not matched</translation>
    </message>
    <message>
        <source>查看这个机构</source>
        <translation>Show this unit</translation>
    </message>
    <message>
        <source>查看这项职责</source>
        <translation>Show this duty</translation>
    </message>
    <message>
        <source>涉及的职能转变</source>
        <translation>function change</translation>
    </message>
    <message>
        <source>职责对应矩阵</source>
        <translation>Duty matrix</translation>
    </message>
    <message>
        <source>设在本机关</source>
        <translation>Hosted</translation>
    </message>
    <message>
        <source>说明此处的对应</source>
        <translation>Explain this correspondence</translation>
    </message>
    <message>
        <source>部分对应</source>
        <translation>in part</translation>
    </message>
</context>
<context>
    <name>DutyTable</name>
    <message>
        <source>在原文中显示</source>
        <translation>Show in source text</translation>
    </message>
    <message>
        <source>复制为表格</source>
        <translation>Copy as table</translation>
    </message>
    <message>
        <source>查看详情</source>
        <translation>Show details</translation>
    </message>
</context>
<context>
    <name>DutyTableModel</name>
    <message>
        <source>审阅录入</source>
        <translation>Review entered</translation>
    </message>
</context>
<context>
    <name>DutyWords</name>
    <message>
        <source>{0}（涉及领域）</source>
        <translation>{0} (field concerned)</translation>
    </message>
    <message>
        <source>{0}（部分）</source>
        <translation>{0} (in part)</translation>
    </message>
    <message>
        <source>依据：{0}</source>
        <translation>Ground: {0}</translation>
    </message>
    <message>
        <source>分项 {0}，未对应 {1}，对应处室 {2}</source>
        <translation>Items: {0}; not matched: {1}; divisions: {2}</translation>
    </message>
    <message>
        <source>名称中的“{0}”见于原文“{1}”</source>
        <translation>&quot;{0}&quot; in the name stands in the text as &quot;{1}&quot;</translation>
    </message>
    <message>
        <source>名称对应</source>
        <translation>matched by name</translation>
    </message>
    <message>
        <source>名称相近但研判不采纳</source>
        <translation>similar by name, but set aside by judgement</translation>
    </message>
    <message>
        <source>多处室</source>
        <translation>Several</translation>
    </message>
    <message>
        <source>多处室对应</source>
        <translation>Several divisions</translation>
    </message>
    <message>
        <source>多处室对应：{0} 个处室</source>
        <translation>Several divisions correspond: {0}</translation>
    </message>
    <message>
        <source>整项对应</source>
        <translation>corresponds wholly</translation>
    </message>
    <message>
        <source>明文</source>
        <translation>stated</translation>
    </message>
    <message>
        <source>未对应</source>
        <translation>Not matched</translation>
    </message>
    <message>
        <source>未对应 {0}</source>
        <translation>Not matched: {0}</translation>
    </message>
    <message>
        <source>未对应：没有与之对应的处室。</source>
        <translation>Not matched: no division corresponds.</translation>
    </message>
    <message>
        <source>未对应：没有与之对应的处室。与设在本机关的机构名称对应，不计入。</source>
        <translation>Not matched: no division corresponds. The name of an office hosted here does, which is not counted.</translation>
    </message>
    <message>
        <source>未对应：没有与之对应的职责分项。</source>
        <translation>Not matched: no duty item corresponds.</translation>
    </message>
    <message>
        <source>理由：{0}</source>
        <translation>Reason: {0}</translation>
    </message>
    <message>
        <source>研判 未经本单位确认</source>
        <translation>judged, not confirmed by the agency</translation>
    </message>
    <message>
        <source>研判人：{0} · 日期：{1}</source>
        <translation>Judged by: {0} · Date: {1}</translation>
    </message>
    <message>
        <source>职能研判</source>
        <translation>judged</translation>
    </message>
    <message>
        <source>设在本机关的机构，不计入内设机构</source>
        <translation>hosted office, not counted among the divisions</translation>
    </message>
    <message>
        <source>部分对应</source>
        <translation>corresponds in part</translation>
    </message>
</context>
<context>
    <name>EmptyReview</name>
    <message>
        <source>· 其他单位交来的审阅文件，用“导入审阅…”并入；重复导入不会重复，同一条的不同改稿都会保留。</source>
        <translation>- Review files of other offices are merged with &quot;Import review...&quot;. Importing twice repeats nothing, and differing drafts of one entry are all kept.</translation>
    </message>
    <message>
        <source>· 在机构树、原文或职责对应中选中一处，点“添加意见…”，写意见、疑问、建议或依据，可附修改后的表述。</source>
        <translation>- Choose a place in the units, the source text or the duty mapping and press &quot;Add opinion...&quot; to enter an opinion, question, suggestion or ground, with a proposed wording.</translation>
    </message>
    <message>
        <source>· 意见在这里回复、处理、汇总，可打印意见汇总表。</source>
        <translation>- Opinions are answered, handled and summed up here; the summary of opinions can be printed.</translation>
    </message>
    <message>
        <source>导入审阅…</source>
        <translation>Import review...</translation>
    </message>
    <message>
        <source>录入的内容只保存在本机的审阅文件中，不改动三定规定。</source>
        <translation>What is entered is kept in the review file on this computer only; the provision is not changed.</translation>
    </message>
    <message>
        <source>添加意见…</source>
        <translation>Add an opinion...</translation>
    </message>
    <message>
        <source>还没有审阅意见</source>
        <translation>Nothing entered yet</translation>
    </message>
</context>
<context>
    <name>EntriesModel</name>
    <message>
        <source>{0} 个单位</source>
        <translation>Offices: {0}</translation>
    </message>
    <message>
        <source>{0} 条</source>
        <translation>Entries: {0}</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Source text</translation>
    </message>
    <message>
        <source>提出人</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>提出单位</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>有分歧</source>
        <translation>Disputed</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>采纳情况</source>
        <translation>Outcome</translation>
    </message>
</context>
<context>
    <name>EntryBody</name>
    <message>
        <source>{0} 历史 {1}</source>
        <translation>{0} History {1}</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Source text</translation>
    </message>
    <message>
        <source>原文中删去的字有删除线，新增的字有下划线</source>
        <translation>Characters taken out of the text are struck through, new ones underlined</translation>
    </message>
    <message>
        <source>回复 {0}</source>
        <translation>Replies: {0}</translation>
    </message>
    <message>
        <source>在本规定中没有找到这段文字。请选中它应在的位置，再点“重新定位…”。</source>
        <translation>These words were not found in this provision. Choose the place where they belong, then press &quot;Attach...&quot;.</translation>
    </message>
    <message>
        <source>建议修改为</source>
        <translation>Proposed wording</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>承办人</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>方案</source>
        <translation>Scenario</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>编辑…</source>
        <translation>Edit...</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>采纳情况</source>
        <translation>Outcome</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>宜对应 {0}</source>
        <translation>should be {0}</translation>
    </message>
    <message>
        <source>改为“{0}”</source>
        <translation>change to &quot;{0}&quot;</translation>
    </message>
</context>
<context>
    <name>EntryRows</name>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0}{1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>录入人</source>
        <translation>Entered by</translation>
    </message>
    <message>
        <source>最后改动</source>
        <translation>Last changed</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
</context>
<context>
    <name>EntryState</name>
    <message>
        <source>{0} 修改</source>
        <translation>changed by {0}</translation>
    </message>
    <message>
        <source>{0} 修改 {1}</source>
        <translation>changed by {0} {1}</translation>
    </message>
    <message>
        <source>{0} 撤回 {1}</source>
        <translation>withdrawn by {0} {1}</translation>
    </message>
    <message>
        <source>已重新定位（{0}%）</source>
        <translation>placed anew ({0}%)</translation>
    </message>
    <message>
        <source>未定位</source>
        <translation>No place found</translation>
    </message>
    <message>
        <source>由 {0}</source>
        <translation>by {0}</translation>
    </message>
</context>
<context>
    <name>EntryTable</name>
    <message>
        <source>审阅条目</source>
        <translation>Entries of the review</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>{0} 录入</source>
        <translation>entered {0}</translation>
    </message>
    <message>
        <source>回复…</source>
        <translation>Reply...</translation>
    </message>
    <message>
        <source>在原文中显示</source>
        <translation>Show in source text</translation>
    </message>
    <message>
        <source>处理…</source>
        <translation>Handle...</translation>
    </message>
    <message>
        <source>录入采纳情况、说明和承办人</source>
        <translation>Enter outcome, explanation and handler</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>改为针对窗口中当前选中的机构、职责或文字</source>
        <translation>Let it be about the unit, duty or words chosen in the window</translation>
    </message>
    <message>
        <source>条目全文</source>
        <translation>The entry in full</translation>
    </message>
    <message>
        <source>编辑…</source>
        <translation>Edit...</translation>
    </message>
    <message>
        <source>选中上面的一条，在这里看全文、回复和处理情况。</source>
        <translation>Choose an entry to see it here in full, with replies and outcome.</translation>
    </message>
    <message>
        <source>重新定位…</source>
        <translation>Attach...</translation>
    </message>
</context>
<context>
    <name>EntryWords</name>
    <message>
        <source>{0}（{1}撤回）</source>
        <translation>{0} (withdrawn by {1})</translation>
    </message>
    <message>
        <source>{0}（{1}改）</source>
        <translation>{0} (changed by {1})</translation>
    </message>
    <message>
        <source>{0}，{1}（{3}）：{2}</source>
        <translation>{0}, {1} ({3}): {2}</translation>
    </message>
    <message>
        <source>{0}，{1}：{2}</source>
        <translation>{0}, {1}: {2}</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0}：{1}，建议对应{2}</source>
        <translation>{0}: {1}, {2} proposed</translation>
    </message>
    <message>
        <source>建议修改为：{0}</source>
        <translation>Proposed: {0}</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>empty</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>不是数据库文件：{0}。请选择本程序生成的数据库；{1}</source>
        <translation>Not a database: {0}. Choose a database made by this program; {1}</translation>
    </message>
    <message>
        <source>从菜单“文件”的“打开数据库”另选一个</source>
        <translation>choose another with File &gt; Open database</translation>
    </message>
    <message>
        <source>可用 eitc-desktop build-db 重新生成，或换用完好的副本</source>
        <translation>choose another with File &gt; Open database, or use an intact copy</translation>
    </message>
    <message>
        <source>图片过大：{0} × {1} 像素。请降低分辨率，或输出为 PDF</source>
        <translation>The picture is too large: {0} × {1} pixels. Choose a lower resolution, or write a PDF</translation>
    </message>
    <message>
        <source>已有同名文件且不是本程序的数据库，没有覆盖：{0}。请用 --out 另选文件名，或先移走该文件</source>
        <translation>A file of this name exists and is not a database of this program; it was not replaced: {0}. Choose another name, or move that file away first</translation>
    </message>
    <message>
        <source>当前文件夹已不存在，无法确定文件位置：{0}。请换到其他文件夹，或给出完整路径</source>
        <translation>The current folder no longer exists, so this file cannot be located: {0}. Change to another folder, or give the full path</translation>
    </message>
    <message>
        <source>找不到数据库文件：{0}。请核对路径，或用 eitc-desktop build-db 生成</source>
        <translation>Database not found: {0}. Check the path, or choose another with File &gt; Open database</translation>
    </message>
    <message>
        <source>找不到文件：{0}。请核对路径</source>
        <translation>File not found: {0}. Check the path</translation>
    </message>
    <message>
        <source>数据库上次写入中断，尚未恢复：{0}。{1}</source>
        <translation>The last write to this database was interrupted and has not been recovered: {0}. You can {1}</translation>
    </message>
    <message>
        <source>数据库中没有任何三定规定：{0}。{1}</source>
        <translation>This database holds no provision: {0}. You can {1}</translation>
    </message>
    <message>
        <source>数据库中没有编号为 {0} 的三定规定：{1}。请从列表中另选一份</source>
        <translation>This database holds no provision with the number {0}: {1}. Choose another from the list</translation>
    </message>
    <message>
        <source>数据库在打开之后被改动过：{0}。请重新打开数据库</source>
        <translation>The database was altered after it was opened: {0}. Please open it again</translation>
    </message>
    <message>
        <source>数据库文件不完整（可能复制中断）：{0}。请重新复制；{1}</source>
        <translation>The database file is incomplete, perhaps after an interrupted copy: {0}. Copy it again; {1}</translation>
    </message>
    <message>
        <source>数据库文件已损坏：{0}。{1}</source>
        <translation>The database is damaged: {0}. You can {1}</translation>
    </message>
    <message>
        <source>数据库无法写入：{0}（{1}）。请检查磁盘与路径，或用 --out 指定其他位置</source>
        <translation>The database cannot be written: {0} ({1}). Check the disk and the path, or choose another place</translation>
    </message>
    <message>
        <source>数据库无法读取：{0}（{1}）。请检查磁盘与路径；{2}</source>
        <translation>The database cannot be read: {0} ({1}). Check the disk and the path; {2}</translation>
    </message>
    <message>
        <source>数据库正被另一个程序占用：{0}。请关闭占用它的程序后重试</source>
        <translation>Another program is using the database: {0}. Close that program and try again</translation>
    </message>
    <message>
        <source>数据库由较新版本的程序生成（格式 {0}，本程序只认到 {1}）：{2}。请升级本程序，或用 eitc-desktop build-db 另行生成</source>
        <translation>A newer version of the program made this database (format {0}; this version knows up to {1}): {2}. Update the program, or choose another with File &gt; Open database</translation>
    </message>
    <message>
        <source>数据库由较旧版本的程序生成（格式 {0}，本程序需要 {1}）：{2}。请用 eitc-desktop build-db 重新生成</source>
        <translation>An older version of the program made this database (format {0}; this version needs {1}): {2}. Please choose another with File &gt; Open database</translation>
    </message>
    <message>
        <source>数据库的存储方式被其他软件改动过：{0}。{1}</source>
        <translation>Other software has changed how this database is stored: {0}. You can {1}</translation>
    </message>
    <message>
        <source>文件不是纯文本（可能是图片、压缩包或 Word 文件），请另存为 .txt 后再读取。</source>
        <translation>Not plain text (perhaps a picture, an archive or a Word document). Save it as .txt and try again.</translation>
    </message>
    <message>
        <source>文件名含有系统编码无法表示的字符：{0}。请换用其他文件名，或在支持中文的系统环境中运行</source>
        <translation>The file name has characters that the system cannot express: {0}. Use another name, or run the program in a locale that supports Chinese</translation>
    </message>
    <message>
        <source>文件是空的，没有可读的文字。</source>
        <translation>The file is empty.</translation>
    </message>
    <message>
        <source>文件超过 {0} MiB，不像是三定规定，未读取。</source>
        <translation>The file is larger than {0} MiB, too large for a provision; it was not read.</translation>
    </message>
    <message>
        <source>文件超过 {0} MiB，不像是三定规定，未读取。请另选文件</source>
        <translation>The file is larger than {0} MiB, too large for a provision; it was not read. Choose another file</translation>
    </message>
    <message>
        <source>无法识别文件的文字编码，请另存为 UTF-8 或 GB18030 编码的文本后再读取。</source>
        <translation>The text encoding is unknown. Save the file as UTF-8 or GB18030 text and try again.</translation>
    </message>
    <message>
        <source>无法读取文件：{0}（{1}）。请核对路径，或换一份副本</source>
        <translation>The file cannot be read: {0} ({1}). Check the path, or use another copy</translation>
    </message>
    <message>
        <source>没有权限写入：{0}。请用 --out 指定可写的位置，或请管理员授权</source>
        <translation>No permission to write: {0}. Choose a place you may write to, or ask the administrator</translation>
    </message>
    <message>
        <source>没有权限读取数据库：{0}。请复制到本人可读的文件夹，或请管理员授权</source>
        <translation>No permission to read the database: {0}. Copy it to a folder you may read, or ask the administrator</translation>
    </message>
    <message>
        <source>没有权限读取文件：{0}。请换一份本人可读的副本</source>
        <translation>No permission to read the file: {0}. Use a copy that you may read</translation>
    </message>
    <message>
        <source>没有读到三定规定：需要写明机构名称，并至少有一章可识别的内容（职能转变、主要职责、内设机构或人员编制）。</source>
        <translation>No provision found: the text must name an agency and have at least one chapter that can be read (function changes, main duties, divisions or staffing).</translation>
    </message>
    <message>
        <source>磁盘空间不足，无法写入：{0}。请清理磁盘，或用 --out 指定其他位置</source>
        <translation>Not enough disk space to write: {0}. Free some space, or choose another place</translation>
    </message>
    <message>
        <source>程序安装不完整：在 {0} 旁找不到 resources 文件夹，请重新安装本程序</source>
        <translation>The program is not completely installed: there is no resources folder beside {0}. Please install it again</translation>
    </message>
    <message>
        <source>纸张太小，排不下内容；请换用更大的纸张、横向或较小的字号</source>
        <translation>The paper is too small for the content; use larger paper, landscape orientation or smaller type</translation>
    </message>
    <message>
        <source>缺少显示窗口所需的系统库（{0}）。Debian、Ubuntu 等可运行：sudo apt install {1}</source>
        <translation>System libraries that windows need are missing ({0}). On Debian, Ubuntu and the like run: sudo apt install {1}</translation>
    </message>
    <message>
        <source>这个数据库不是本程序生成的：{0}。请选择本程序生成的数据库；{1}</source>
        <translation>This database was not made by this program: {0}. Choose one that was; {1}</translation>
    </message>
    <message>
        <source>这是文件夹，不是数据库文件：{0}。请指明其中的文件，例如 eitc.db</source>
        <translation>This is a folder, not a database: {0}. Choose a file in it, such as eitc.db</translation>
    </message>
    <message>
        <source>这是文件夹，不是文件：{0}。请指明其中的文本文件</source>
        <translation>This is a folder, not a file: {0}. Choose a text file in it</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>{0}（{1} 条）</source>
        <translation>{0} ({1} entries)</translation>
    </message>
    <message>
        <source>两稿并存 {0} 条，两稿都导出。</source>
        <translation>Two drafts: {0} entries, both drafts are exported.</translation>
    </message>
    <message>
        <source>全部条目(&amp;A)</source>
        <translation>&amp;All entries</translation>
    </message>
    <message>
        <source>其中已撤回 {0} 条，对方并入后同样撤回。</source>
        <translation>{0} of them are withdrawn, and will be at the recipient&apos;s, too.</translation>
    </message>
    <message>
        <source>其中有编制分配方案：是审阅人试算的，不是规定载明的。</source>
        <translation>Allocation scenarios are among them: reviewers tried them out, the provision does not state them.</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>只要本人录入或改过的(&amp;M)</source>
        <translation>Only what I entered or changed (&amp;M)</translation>
    </message>
    <message>
        <source>审阅包 (*.eitcreview)</source>
        <translation>Review packages (*.eitcreview)</translation>
    </message>
    <message>
        <source>导出 {0} 条：{1}。连同历次修改共 {2} 稿。</source>
        <translation>{0} entries: {1}. With all their states, {2}.</translation>
    </message>
    <message>
        <source>导出(&amp;E)…</source>
        <translation>&amp;Export...</translation>
    </message>
    <message>
        <source>导出哪些单位的条目</source>
        <translation>Offices whose entries are exported</translation>
    </message>
    <message>
        <source>导出审阅</source>
        <translation>Export review</translation>
    </message>
    <message>
        <source>将要导出的条目</source>
        <translation>Entries to be exported</translation>
    </message>
    <message>
        <source>所回复、处理或从属的 {0} 条一并导出。</source>
        <translation>{0} entries that they answer, handle or belong to go along.</translation>
    </message>
    <message>
        <source>按单位选择(&amp;U)</source>
        <translation>By office (&amp;U)</translation>
    </message>
    <message>
        <source>文件不加密，含姓名、单位和录入的全部文字。请按本单位保密规定选择载体和传递方式。</source>
        <translation>The file is not encrypted; it holds names, offices and all that was entered. Choose media and ways as your office&apos;s secrecy rules allow.</translation>
    </message>
    <message>
        <source>正在导出 {0} 条…</source>
        <translation>Exporting {0} entries...</translation>
    </message>
    <message>
        <source>没有可导出的条目。</source>
        <translation>There are no entries to export.</translation>
    </message>
</context>
<context>
    <name>ExportWarning</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>导出的文件在标题和表下都写明这一点。请不要把它当作编制文件使用或转发。</source>
        <translation>The file says so in its title and below the table. Please don&apos;t use or pass it on as an establishment document.</translation>
    </message>
    <message>
        <source>导出编制分配方案</source>
        <translation>Export allocation scenario</translation>
    </message>
    <message>
        <source>将要导出方案“{0}”。</source>
        <translation>Scenario &quot;{0}&quot; is about to be exported.</translation>
    </message>
    <message>
        <source>我知道：这是设想，不是核定数(&amp;K)</source>
        <translation>I &amp;know: this is a proposal, not approved figures</translation>
    </message>
    <message>
        <source>继续导出…</source>
        <translation>Go on...</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Excel 工作簿</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>Word 文档</source>
        <translation>Word document</translation>
    </message>
    <message>
        <source>导出编制分配方案</source>
        <translation>Export allocation scenario</translation>
    </message>
    <message>
        <source>编制分配方案（设想）{0}</source>
        <translation>Allocation scenario (proposal) {0}</translation>
    </message>
</context>
<context>
    <name>FacetBar</name>
    <message>
        <source>全部</source>
        <translation>all</translation>
    </message>
    <message>
        <source>协作角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>未载明</source>
        <translation>none stated</translation>
    </message>
    <message>
        <source>没有符合的分项</source>
        <translation>No item matches</translation>
    </message>
    <message>
        <source>符合 {0} 项</source>
        <translation>{0} items</translation>
    </message>
    <message>
        <source>行为</source>
        <translation>Act</translation>
    </message>
</context>
<context>
    <name>FactKind</name>
    <message>
        <source>主要职责</source>
        <translation>Main duty</translation>
    </message>
    <message>
        <source>内设机构</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>内设机构数</source>
        <translation>Number of divisions</translation>
    </message>
    <message>
        <source>内设机构牌子</source>
        <translation>Nameplate of a division</translation>
    </message>
    <message>
        <source>内设机构职责</source>
        <translation>Duty of a division</translation>
    </message>
    <message>
        <source>分工事项</source>
        <translation>Shared matter</translation>
    </message>
    <message>
        <source>协作角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>协调机制</source>
        <translation>Coordinating mechanism</translation>
    </message>
    <message>
        <source>印发日期</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>合署办公</source>
        <translation>Co-located office</translation>
    </message>
    <message>
        <source>实有人数</source>
        <translation>Actual staff</translation>
    </message>
    <message>
        <source>引用文件</source>
        <translation>Cited document</translation>
    </message>
    <message>
        <source>括号内名称</source>
        <translation>Name in brackets</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>施行日期</source>
        <translation>Effective</translation>
    </message>
    <message>
        <source>机关名称</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>机关性质</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>机关牌子</source>
        <translation>Nameplate</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>章节</source>
        <translation>Chapter</translation>
    </message>
    <message>
        <source>编制职数</source>
        <translation>Staffing quota</translation>
    </message>
    <message>
        <source>职能转变</source>
        <translation>Function change</translation>
    </message>
    <message>
        <source>职能转变分项</source>
        <translation>Part of a change</translation>
    </message>
    <message>
        <source>职责分工</source>
        <translation>Shared responsibility</translation>
    </message>
    <message>
        <source>职责分项</source>
        <translation>Duty item</translation>
    </message>
    <message>
        <source>规格</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>设在机构</source>
        <translation>Hosted office</translation>
    </message>
    <message>
        <source>设立依据</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>附则</source>
        <translation>Closing clause</translation>
    </message>
</context>
<context>
    <name>FactLink</name>
    <message>
        <source>查看 {0}</source>
        <translation>Show {0}</translation>
    </message>
</context>
<context>
    <name>FactPages</name>
    <message>
        <source>事项</source>
        <translation>Function</translation>
    </message>
    <message>
        <source>分项 {0}</source>
        <translation>Items: {0}</translation>
    </message>
    <message>
        <source>列入</source>
        <translation>Counted within</translation>
    </message>
    <message>
        <source>协作角色（按原文用词）</source>
        <translation>Roles, in the source&apos;s words</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Source text</translation>
    </message>
    <message>
        <source>去向</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>对方</source>
        <translation>With</translation>
    </message>
    <message>
        <source>所属</source>
        <translation>Part of</translation>
    </message>
    <message>
        <source>方向</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>方括号内为程序编号，非原文编号。</source>
        <translation>Numbers in square brackets are the program&apos;s, not the source&apos;s.</translation>
    </message>
    <message>
        <source>机关</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>职能转变 · {0}</source>
        <translation>Function change · {0}</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
</context>
<context>
    <name>FactTreeView</name>
    <message>
        <source>在原文中显示</source>
        <translation>Show in source text</translation>
    </message>
    <message>
        <source>复制（含出处）</source>
        <translation>Copy with citation</translation>
    </message>
    <message>
        <source>查看详情</source>
        <translation>Show details</translation>
    </message>
</context>
<context>
    <name>FailurePage</name>
    <message>
        <source>数据库没有打开</source>
        <translation>Database not opened</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>选择其他数据库…</source>
        <translation>Choose another database...</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>同名的是一个文件夹</source>
        <translation>a folder has this name</translation>
    </message>
    <message>
        <source>所在位置是只读的</source>
        <translation>the place is read-only</translation>
    </message>
    <message>
        <source>文件名过长</source>
        <translation>the file name is too long</translation>
    </message>
    <message>
        <source>文件夹不存在</source>
        <translation>the folder does not exist</translation>
    </message>
    <message>
        <source>没有权限</source>
        <translation>no permission</translation>
    </message>
    <message>
        <source>磁盘已满</source>
        <translation>the disk is full</translation>
    </message>
    <message>
        <source>系统错误代码 {0}</source>
        <translation>system error {0}</translation>
    </message>
    <message>
        <source>路径中的一级是文件，不是文件夹</source>
        <translation>part of the path is a file, not a folder</translation>
    </message>
    <message>
        <source>这个文件夹里不能新建文件</source>
        <translation>no new file can be made in this folder</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>到筛选框</source>
        <translation>Go to filter</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>{0}用“{1}”，{2}用“{3}”，所述均有“{4}”；两处用语不同，请对照原文</source>
        <translation>{0} says &quot;{1}&quot;, {2} says &quot;{3}&quot;, both of &quot;{4}&quot;; the wording differs, read it in the source text</translation>
    </message>
    <message>
        <source>“{0}”一章未读出内容。</source>
        <translation>Nothing could be read from the chapter &quot;{0}&quot;.</translation>
    </message>
    <message>
        <source>“{0}”为 {1}，其中各项合计至少 {2}，超出。</source>
        <translation>&quot;{0}&quot; is {1}, but its parts add up to at least {2}.</translation>
    </message>
    <message>
        <source>印发日期：原文未载明。</source>
        <translation>Date of issue: not stated in the source.</translation>
    </message>
    <message>
        <source>原文称设 {0} 个内设机构，实际列出 {1} 个。</source>
        <translation>Divisions stated: {0}; divisions listed: {1}.</translation>
    </message>
    <message>
        <source>另有 {0} 句未识别，未逐一列出。</source>
        <translation>Further unrecognised sentences, not listed: {0}.</translation>
    </message>
    <message>
        <source>序号“{0}”之前有缺号：应接第 {1} 项。</source>
        <translation>A number is missing before &quot;{0}&quot;: item {1} should follow.</translation>
    </message>
    <message>
        <source>序号“{0}”重复或倒序：前面已有第 {1} 项。</source>
        <translation>The number &quot;{0}&quot; is repeated or out of order: item {1} came before it.</translation>
    </message>
    <message>
        <source>文号：原文未载明。</source>
        <translation>Document number: not stated in the source.</translation>
    </message>
    <message>
        <source>文字在句中结束，文件可能不完整。</source>
        <translation>The text ends in mid-sentence; the file may be incomplete.</translation>
    </message>
    <message>
        <source>施行日期：原文未载明。</source>
        <translation>Effective date: not stated in the source.</translation>
    </message>
    <message>
        <source>未见“{0}”一章。</source>
        <translation>There is no chapter &quot;{0}&quot;.</translation>
    </message>
    <message>
        <source>未识别的语句。</source>
        <translation>Sentence not recognised.</translation>
    </message>
    <message>
        <source>标题：原文未载明。</source>
        <translation>Title: not stated in the source.</translation>
    </message>
    <message>
        <source>此处的人数未读作编制或职数。</source>
        <translation>This number was not read as establishment or posts.</translation>
    </message>
    <message>
        <source>此职务与其后的职务同列一个职数，未单列。</source>
        <translation>This post shares one number with the posts after it.</translation>
    </message>
    <message>
        <source>职能转变事项的类别未能从标题或动词判明。</source>
        <translation>Neither heading nor verb shows the kind of this function change.</translation>
    </message>
    <message>
        <source>职责分工事项中未读出任何部门的角色。</source>
        <translation>No agency&apos;s role could be read in this shared matter.</translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>核查结果</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>程序把原文分为 {0} 句：识读为事实 {1} 句，标题、引语等 {2} 句，未识别 {3} 句。
“未识别 0 句”不等于识读无误，请对照原文核对。</source>
        <translation>Sentences in the source: {0}. Read as facts: {1}; headings, lead-ins and the like: {2}; unrecognised: {3}.
&quot;Unrecognised: 0&quot; does not mean that all was read correctly. Please check against the source.</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>提醒</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>核查结果</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>程度</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Error</translation>
    </message>
</context>
<context>
    <name>FlowRows</name>
    <message>
        <source>{0} · 经 {1}</source>
        <translation>{0} · through {1}</translation>
    </message>
    <message>
        <source>例外</source>
        <translation>Exception</translation>
    </message>
    <message>
        <source>去向</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>未对应内设机构</source>
        <translation>No corresponding division</translation>
    </message>
    <message>
        <source>本规定未载明</source>
        <translation>not stated in this provision</translation>
    </message>
    <message>
        <source>条件</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>涉及领域 · {0}</source>
        <translation>Field · {0}</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Scope</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>保存到本机的审阅文件（Ctrl+Enter）</source>
        <translation>Save to the review file on this computer (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>Gaps</name>
    <message>
        <source>{0} 个</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0} 个（另有{1}）</source>
        <translation>{0} (and {1})</translation>
    </message>
    <message>
        <source>{0} 级对应</source>
        <translation>links of grade {0}</translation>
    </message>
    <message>
        <source>{0} 级研判</source>
        <translation>judgements ({0})</translation>
    </message>
    <message>
        <source>按 {0} 级未对应 {1} 项</source>
        <translation>By grades {0}, {1} items without a division</translation>
    </message>
    <message>
        <source>按 {0} 级未对应 {1} 项，不计 C 级研判则为 {2} 项</source>
        <translation>By grades {0}, {1} items without a division; {2} without judgements (C)</translation>
    </message>
    <message>
        <source>按 {0} 级未对应 {1} 项，其中 {2} 项另有 {3}</source>
        <translation>By grades {0}, {1} items without a division; {2} of them have {3}</translation>
    </message>
    <message>
        <source>按 {0} 级没有对应分项的内设机构 {1}</source>
        <translation>By grades {0}, divisions without a duty item: {1}</translation>
    </message>
    <message>
        <source>按 {0} 级没有对应分项的内设机构 {1}，不计 C 级研判则为 {2}</source>
        <translation>By grades {0}, divisions without a duty item: {1}; without judgements (C): {2}</translation>
    </message>
    <message>
        <source>按 {0} 级没有对应分项的内设机构 {1}，其中 {2}另有 {3}</source>
        <translation>By grades {0}, divisions without a duty item: {1}; of these with {3}: {2}</translation>
    </message>
    <message>
        <source>按 {0} 级没有未对应的职责分项</source>
        <translation>By grades {0}, every duty item has a division</translation>
    </message>
    <message>
        <source>按 {0} 级，内设机构都有对应分项或原文写明的职责</source>
        <translation>By grades {0}, every division has a duty item or duties in the text</translation>
    </message>
</context>
<context>
    <name>GoToClauseDialog</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>如 三（十二）、3.12、人员编制，或条文中的字词</source>
        <translatorcomment>Examples as they stand in the provision.</translatorcomment>
        <translation>For example 三（十二）, 3.12, 人员编制, or words of a clause</translation>
    </message>
    <message>
        <source>找到的条款</source>
        <translation>Clauses found</translation>
    </message>
    <message>
        <source>条款序号、标题或条文中的字词</source>
        <translation>Number, heading or words of a clause</translation>
    </message>
    <message>
        <source>没有找到“{0}”。可以输入：
· 序号，如 三（十二）、3.12、二7；以条编写的规定，如 第三条
· 标题，如 人员编制
· 条文中的字词，如 处级</source>
        <translatorcomment>Examples as they stand in the provision.</translatorcomment>
        <translation>&quot;{0}&quot; was not found. You can type:
- a number, such as 三（十二）, 3.12 or 二7; in a provision of articles, such as 第三条
- a heading, such as 人员编制
- words of a clause, such as 处级</translation>
    </message>
    <message>
        <source>转到</source>
        <translation>Go to</translation>
    </message>
    <message>
        <source>转到条款</source>
        <translation>Go to clause</translation>
    </message>
</context>
<context>
    <name>Grade</name>
    <message>
        <source>{0} · 部分</source>
        <translation>{0} · in part</translation>
    </message>
    <message>
        <source>名称中的“{0}”，条文写作“{1}”</source>
        <translation>&quot;{0}&quot; of the name is written &quot;{1}&quot; in the text</translation>
    </message>
    <message>
        <source>名称中的“{0}”，条文写作“{1}”（{2}）</source>
        <translation>&quot;{0}&quot; of the name is written &quot;{1}&quot; in the text ({2})</translation>
    </message>
    <message>
        <source>名称对应 B</source>
        <translation>By name (B)</translation>
    </message>
    <message>
        <source>明文 A</source>
        <translation>Stated (A)</translation>
    </message>
    <message>
        <source>未经本单位确认</source>
        <translation>not confirmed by the agency</translation>
    </message>
    <message>
        <source>研判理由：{0}（{1}，{2}；未经本单位确认）</source>
        <translation>Reason: {0} ({1}, {2}; not confirmed by the body)</translation>
    </message>
    <message>
        <source>职能研判 C</source>
        <translation>Judged (C)</translation>
    </message>
</context>
<context>
    <name>GradeTag</name>
    <message>
        <source>不采纳</source>
        <translation>set aside</translation>
    </message>
</context>
<context>
    <name>GroupingButton</name>
    <message>
        <source>去向图的分组</source>
        <translation>Grouping of the picture</translation>
    </message>
    <message>
        <source>按去向</source>
        <translation>By recipient</translation>
    </message>
    <message>
        <source>按处室</source>
        <translation>By division</translation>
    </message>
    <message>
        <source>按类别</source>
        <translation>By kind</translation>
    </message>
</context>
<context>
    <name>HandlingDialog</name>
    <message>
        <source>不采纳或部分采纳的理由</source>
        <translation>Why it is not adopted, or only in part</translation>
    </message>
    <message>
        <source>不采纳或部分采纳的，请填写说明。</source>
        <translation>Please explain why it is not adopted, or only in part.</translation>
    </message>
    <message>
        <source>办理的情况</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>处理意见</source>
        <translation>Handle opinion</translation>
    </message>
    <message>
        <source>承办人</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>承办人(&amp;H)</source>
        <translation>&amp;Handler</translation>
    </message>
    <message>
        <source>文字太长，请精简。</source>
        <translation>The text is too long; please shorten it.</translation>
    </message>
    <message>
        <source>说明(&amp;S)</source>
        <translation>Explanation (&amp;S)</translation>
    </message>
    <message>
        <source>说明（必填）(&amp;S)</source>
        <translation>Explanation (required) (&amp;S)</translation>
    </message>
    <message>
        <source>请选择采纳情况。</source>
        <translation>Please choose an outcome.</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>合并</source>
        <translation>merged</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>restored</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>added</translation>
    </message>
    <message>
        <source>编辑</source>
        <translation>edited</translation>
    </message>
    <message>
        <source>重新定位</source>
        <translation>attached</translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0}：原文未载明</source>
        <translation>{0}: not stated</translation>
    </message>
    <message>
        <source>印发日期</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>施行日期</source>
        <translation>Effective</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>设立依据 {0}</source>
        <translation>Legal basis {0}</translation>
    </message>
    <message>
        <source>设立依据：原文未载明</source>
        <translation>Legal basis: not stated</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>也可以把文件拖到这里。在点“并入”之前，什么都不会写入。</source>
        <translation>Files can be dropped here, too. Nothing is written before you press Merge.</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>审阅包和审阅文件 (*.eitcreview *.review.db)</source>
        <translation>Review packages and review files (*.eitcreview *.review.db)</translation>
    </message>
    <message>
        <source>导入审阅</source>
        <translation>Import review</translation>
    </message>
    <message>
        <source>并入(&amp;T)</source>
        <translation>Merge (&amp;T)</translation>
    </message>
    <message>
        <source>并入后新增或改动的条目</source>
        <translation>Entries that are new or changed after merging</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>添加文件(&amp;A)…</source>
        <translation>&amp;Add files...</translation>
    </message>
    <message>
        <source>移出(&amp;R)</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <source>要并入的文件</source>
        <translation>Files to merge</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>{0} 个文件未读取，并入时略过。</source>
        <translation>{0} files were not read and are left out.</translation>
    </message>
    <message>
        <source>{0} 已于 {1} 并入过。</source>
        <translation>{0} was merged on {1}.</translation>
    </message>
    <message>
        <source>{0}（{1}…）</source>
        <translation>{0} ({1}...)</translation>
    </message>
    <message>
        <source>{0}；{1} 并入过</source>
        <translation>{0}; merged {1}</translation>
    </message>
    <message>
        <source>他人改动</source>
        <translation>Changed by another</translation>
    </message>
    <message>
        <source>共 {0} 个文件、{1} 条，都已在审阅中，没有新内容。</source>
        <translation>{0} files, {1} entries: all are in the review already, nothing is new.</translation>
    </message>
    <message>
        <source>共 {0} 个文件、{1} 条：新增 {2}、有改动 {3}、已有 {4}。</source>
        <translation>{0} files, {1} entries: {2} new, {3} changed, {4} known.</translation>
    </message>
    <message>
        <source>其中 {0} 个文件以前并入过。</source>
        <translation>{0} of them were merged before.</translation>
    </message>
    <message>
        <source>名称未知</source>
        <translation>of unknown name</translation>
    </message>
    <message>
        <source>审阅人；未读取的原因</source>
        <translation>Reviewers; why it was not read</translation>
    </message>
    <message>
        <source>并入后</source>
        <translation>After merging</translation>
    </message>
    <message>
        <source>所依据的 {0} 份原文不在当前数据库中：{1}。</source>
        <translation>{0} of the texts they were made on are not in this database: {1}.</translation>
    </message>
    <message>
        <source>按另一版本录入的，原文相同 {0} 条、相近 {1} 条，已找到位置。</source>
        <translation>Made on another version: {0} found by the same words, {1} by similar ones.</translation>
    </message>
    <message>
        <source>改动他人的</source>
        <translation>Others&apos; changed</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>有 {0} 条在当前规定中未能定位，并入后列在“未能定位”中，可以手工定位。</source>
        <translation>{0} find no place in this provision; they are listed under &quot;No place found&quot; and can be attached by hand.</translation>
    </message>
    <message>
        <source>有 {0} 条将两稿并存，两稿都保留。</source>
        <translation>{0} will have two drafts; both are kept.</translation>
    </message>
    <message>
        <source>有 {0} 条是对他人录入的改动，原稿仍留在历次修改中。</source>
        <translation>{0} change what somebody else entered; the earlier state stays in the history.</translation>
    </message>
    <message>
        <source>正在并入 {0} 条…</source>
        <translation>Merging {0} entries...</translation>
    </message>
    <message>
        <source>正在读取 {0} 个文件…</source>
        <translation>Reading {0} files...</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading...</translation>
    </message>
    <message>
        <source>请添加对方交来的审阅包（.eitcreview）。可以一次添加多个，先后次序不影响结果。</source>
        <translation>Add review packages (.eitcreview) you were given, several at once if you like; their order makes no difference.</translation>
    </message>
</context>
<context>
    <name>ImportedDialog</name>
    <message>
        <source>下列条目需要过目：两稿并存 {0} 条，未能定位 {1} 条。都已保存，没有丢弃。</source>
        <translation>These entries need a look: two drafts {0}, no place found {1}. All are saved, none is dropped.</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>已并入</source>
        <translation>Merged</translation>
    </message>
    <message>
        <source>已并入 {0} 个文件：新增 {1} 条，改动 {2} 条，已有 {3} 条。</source>
        <translation>{0} files merged: {1} entries new, {2} changed, {3} known.</translation>
    </message>
    <message>
        <source>有 {0} 条两稿并存，需要过目。都已保存，没有丢弃。</source>
        <translation>{0} entries have two drafts side by side and need a look. All of it is saved; nothing was dropped.</translation>
    </message>
    <message>
        <source>有 {0} 条未能定位，需要过目。都已保存，没有丢弃。</source>
        <translation>{0} entries found no place and need a look. All of it is saved; nothing was dropped.</translation>
    </message>
    <message>
        <source>查看两稿并存(&amp;D)</source>
        <translation>Show two &amp;drafts</translation>
    </message>
    <message>
        <source>查看未能定位(&amp;U)</source>
        <translation>Show those with no place found (&amp;U)</translation>
    </message>
    <message>
        <source>需要过目的条目</source>
        <translation>Entries that need a look</translation>
    </message>
</context>
<context>
    <name>InputMethodDialog</name>
    <message>
        <source>· 已安装：{0}</source>
        <translation>- Installed: {0}</translation>
    </message>
    <message>
        <source>· 本程序启动时自动补充的设置：{0}</source>
        <translation>- Added by the program at its start: {0}</translation>
    </message>
    <message>
        <source>· 桌面的设置：{0}</source>
        <translation>- Set by the desktop: {0}</translation>
    </message>
    <message>
        <source>· 正在运行：{0}</source>
        <translation>- Running: {0}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>中文用系统的输入法输入，本程序不需要设置。</source>
        <translation>Chinese is typed with the system&apos;s input method; nothing needs to be set here.</translation>
    </message>
    <message>
        <source>中文由桌面的输入法输入，本程序无法查知它是否可用。</source>
        <translation>Chinese is typed with the desktop&apos;s input method; the program cannot tell whether it is available.</translation>
    </message>
    <message>
        <source>中文输入</source>
        <translation>Typing Chinese</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>切换中英文用输入法自己的按键，常见的是 Ctrl+空格、Shift 或 Super+空格，本程序不占用这些键。
选好的字词上屏以后才开始筛选，正在拼写的不算。</source>
        <translation>Switch between Chinese and English with the input method&apos;s own keys, often Ctrl+Space, Shift or Super+Space; the program leaves them free.
Filters wait until words are committed; what is still being composed does not count.</translation>
    </message>
    <message>
        <source>可以输入中文：找到了正在运行的 IBus。</source>
        <translation>Chinese can be typed: IBus is running.</translation>
    </message>
    <message>
        <source>可以输入中文：找到了正在运行的 fcitx5，经它的 IBus 前端输入。</source>
        <translation>Chinese can be typed: fcitx5 is running and is reached by its IBus front end.</translation>
    </message>
    <message>
        <source>可以输入中文：本程序带有桌面所用输入法的接口。</source>
        <translation>Chinese can be typed: the program has the interface of the desktop&apos;s input method.</translation>
    </message>
    <message>
        <source>命令适用于 Debian、统信 UOS、麒麟等用 apt 安装软件的系统；软件包的名称如有不同，以本机软件源为准。
本机是哪一版，可在终端运行 fcitx5 --version、fcitx --version 或 ibus version 查看。</source>
        <translation>The commands are for systems that install with apt, such as Debian, UOS and Kylin; if packages have other names there, go by those.
To see which version is installed, run fcitx5 --version, fcitx --version or ibus version in a terminal.</translation>
    </message>
    <message>
        <source>复制内容(&amp;C)</source>
        <translation>&amp;Copy text</translation>
    </message>
    <message>
        <source>急用时：
· 机构树的筛选框可以直接输入拼音或拼音首字母；
· 在别的程序中打好字，复制后到筛选框中按 Ctrl+V 粘贴。</source>
        <translation>In a hurry:
- the filter of the units takes pinyin or its initials directly;
- type in another program, copy, and paste into the filter with Ctrl+V.</translation>
    </message>
    <message>
        <source>打不出中文：本机的设置要求不使用输入法。</source>
        <translation>Chinese cannot be typed: this computer is set to use no input method.</translation>
    </message>
    <message>
        <source>打不出中文：本程序启动时，没有找到正在运行的输入法。</source>
        <translation>Chinese cannot be typed: no running input method was found when the program started.</translation>
    </message>
    <message>
        <source>打不出中文：桌面所用的输入法是 {0}，本程序启动时没能连上它。</source>
        <translation>Chinese cannot be typed: the desktop&apos;s input method is {0}, which the program could not reach when it started.</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>本机的 fcitx 是第 4 版，没有本程序能用的接口。有两个办法，任选一个。

办法一：其他程序照旧用 fcitx，只为本程序加装 IBus：
1. 请管理员在终端运行：
   sudo apt install ibus ibus-libpinyin
2. 在终端运行第一行，等几秒再运行第二行，每次登录后都要如此：
   ibus-daemon -d
   ibus engine libpinyin
3. 关闭本程序，再打开。按 Shift 切换中英文。

办法二：改用 fcitx5，它会取代第 4 版：
1. 请管理员在终端运行：
   sudo apt install fcitx5 fcitx5-chinese-addons fcitx5-config-qt im-config
2. 自己再运行下面一行，注销并重新登录，再打开本程序：
   im-config -n fcitx5</source>
        <translation>The fcitx of this computer is version 4, which has no interface that this program can use. There are two ways.

Either keep fcitx for other programs and add IBus for this one:
1. Ask the administrator to run in a terminal:
   sudo apt install ibus ibus-libpinyin
2. Run the first line in a terminal, wait a few seconds, then run the second; do so after every login:
   ibus-daemon -d
   ibus engine libpinyin
3. Close this program and open it again. Shift switches between Chinese and English.

Or change to fcitx5, which replaces version 4:
1. Ask the administrator to run in a terminal:
   sudo apt install fcitx5 fcitx5-chinese-addons fcitx5-config-qt im-config
2. Run this line yourself, log out and in again, then open this program again:
   im-config -n fcitx5</translation>
    </message>
    <message>
        <source>本机的环境变量 QT_IM_MODULES 或 QT_IM_MODULE 设为不用输入法。
要输入中文，请去掉它，注销并重新登录，再打开本程序。</source>
        <translation>The environment variable QT_IM_MODULES or QT_IM_MODULE turns input methods off.
To type Chinese, remove it, log out and in again, and open the program again.</translation>
    </message>
    <message>
        <source>查到的情况和办法</source>
        <translation>What was found, and what to do</translation>
    </message>
    <message>
        <source>查到的情况：</source>
        <translation>What was found:</translation>
    </message>
    <message>
        <source>现在打不出中文，办法见“帮助”菜单中的“中文输入”</source>
        <translation>Chinese cannot be typed now: see Typing Chinese in the Help menu</translation>
    </message>
    <message>
        <source>用 IBus 输入：
1. 没有安装的，请管理员在终端运行：
   sudo apt install ibus ibus-libpinyin im-config
   自己再运行下面一行，注销并重新登录：
   im-config -n ibus
2. 在终端运行 ibus-setup，在“输入法”页中添加汉语拼音输入法。
3. 关闭本程序，再打开。按 Super+空格（Super 键上常印着 Windows 标志）切换到拼音。</source>
        <translation>With IBus:
1. If it is not installed, ask the administrator to run in a terminal:
   sudo apt install ibus ibus-libpinyin im-config
   Then run this line yourself, and log out and in again:
   im-config -n ibus
2. Run ibus-setup in a terminal and add a Chinese pinyin method on the page Input Method.
3. Close this program and open it again. Super+Space (the Super key often shows the Windows logo) switches to pinyin.</translation>
    </message>
    <message>
        <source>用 fcitx5 输入：
1. 没有安装的，请管理员在终端运行：
   sudo apt install fcitx5 fcitx5-chinese-addons fcitx5-config-qt im-config
   自己再运行下面一行，注销并重新登录：
   im-config -n fcitx5
2. 看屏幕角上有没有输入法的图标。没有的，在终端运行：fcitx5 -d
3. 打开“Fcitx 5 配置”，看“附加组件”中的“IBus 前端”是否勾选；看不到它的，先勾选“显示高级选项”。
4. 关闭本程序，再打开。先有输入法、后开本程序，才连得上；环境变量不用改。</source>
        <translation>With fcitx5:
1. If it is not installed, ask the administrator to run in a terminal:
   sudo apt install fcitx5 fcitx5-chinese-addons fcitx5-config-qt im-config
   Then run this line yourself, and log out and in again:
   im-config -n fcitx5
2. Look for the input method&apos;s icon in a corner of the screen. If there is none, run in a terminal:
   fcitx5 -d
3. Open Fcitx 5 Configuration and see that &quot;IBus Frontend&quot; is ticked under Addons; if it is not listed, tick &quot;Show Advanced Options&quot; first.
4. Close this program and open it again. The input method must be running first; environment variables need no change.</translation>
    </message>
</context>
<context>
    <name>Instance</name>
    <message>
        <source>一次最多打开 {0} 个审阅包，请分几次打开</source>
        <translation>At most {0} packages can be opened at once; open them in several goes</translation>
    </message>
    <message>
        <source>这个数据库已在另一个窗口中打开，但那个窗口没有回应。请切换到它，等它忙完或关闭它后重试</source>
        <translation>This database is open in another window, but that window doesn&apos;t answer. Switch to it, wait until it is done or close it, then try again</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>填写若干格</source>
        <translation>Fill some cells</translation>
    </message>
    <message>
        <source>没有保存 {0}：{1}</source>
        <translation>Not saved, {0}: {1}</translation>
    </message>
    <message>
        <source>还不知道审阅人是谁，尚未保存：{0}</source>
        <translation>Not saved until it is known who reviews: {0}</translation>
    </message>
</context>
<context>
    <name>KeyUses</name>
    <message>
        <source>上一行</source>
        <translation>Previous row</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一行</source>
        <translation>Next row</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>交叉处：说明对应的依据；表头：查看详情</source>
        <translation>At a crossing: show why they correspond; on a heading: show details</translation>
    </message>
    <message>
        <source>依次到下一处、上一处</source>
        <translation>Next, previous place</translation>
    </message>
    <message>
        <source>修改此格</source>
        <translation>Edit this cell</translation>
    </message>
    <message>
        <source>关闭，不改动</source>
        <translation>Close without changing anything</translation>
    </message>
    <message>
        <source>到上一个、下一个机构或职务</source>
        <translation>To the previous or next unit or post</translation>
    </message>
    <message>
        <source>到上一个找到的机构</source>
        <translation>Previous unit found</translation>
    </message>
    <message>
        <source>到上一条、下一条，原文跟着移动</source>
        <translation>To the previous or next clause; the source text follows</translation>
    </message>
    <message>
        <source>到上一条结果</source>
        <translation>To the previous hit</translation>
    </message>
    <message>
        <source>到上一行、下一行，走完离开此表</source>
        <translation>To the previous or next row, and out of the table at its ends</translation>
    </message>
    <message>
        <source>到上一行，直至表头</source>
        <translation>To the row above, up to the headings</translation>
    </message>
    <message>
        <source>到上一项</source>
        <translation>To the previous one</translation>
    </message>
    <message>
        <source>到上一项、下一项</source>
        <translation>To the previous or next fact</translation>
    </message>
    <message>
        <source>到上一项事实</source>
        <translation>Previous fact</translation>
    </message>
    <message>
        <source>到上级，或上方的机构</source>
        <translation>To the unit above</translation>
    </message>
    <message>
        <source>到下一个找到的机构</source>
        <translation>Next unit found</translation>
    </message>
    <message>
        <source>到下一条结果</source>
        <translation>To the next hit</translation>
    </message>
    <message>
        <source>到下一格、上一格；在最后一格离开表格</source>
        <translation>To the next or previous cell; from the last cell out of the table</translation>
    </message>
    <message>
        <source>到下一行</source>
        <translation>To the row below</translation>
    </message>
    <message>
        <source>到下一项</source>
        <translation>To the next one</translation>
    </message>
    <message>
        <source>到下一项事实</source>
        <translation>Next fact</translation>
    </message>
    <message>
        <source>到下级，或下方的机构</source>
        <translation>To the unit below</translation>
    </message>
    <message>
        <source>到右边一列</source>
        <translation>To the column on the right</translation>
    </message>
    <message>
        <source>到右边一类</source>
        <translation>Kind to the right</translation>
    </message>
    <message>
        <source>到右边的机构</source>
        <translation>To the unit on the right</translation>
    </message>
    <message>
        <source>到左边一列，直至职责</source>
        <translation>To the column on the left, up to the duties</translation>
    </message>
    <message>
        <source>到左边一类</source>
        <translation>Kind to the left</translation>
    </message>
    <message>
        <source>到左边的机构</source>
        <translation>To the unit on the left</translation>
    </message>
    <message>
        <source>到开头</source>
        <translation>To the start</translation>
    </message>
    <message>
        <source>到最后一个机构</source>
        <translation>Last unit</translation>
    </message>
    <message>
        <source>到最后一列</source>
        <translation>To the last column</translation>
    </message>
    <message>
        <source>到最后一张的末尾</source>
        <translation>End of the last card</translation>
    </message>
    <message>
        <source>到最后一行最后一列</source>
        <translation>To the last row and column</translation>
    </message>
    <message>
        <source>到最后一项</source>
        <translation>To the last one</translation>
    </message>
    <message>
        <source>到末尾</source>
        <translation>To the end</translation>
    </message>
    <message>
        <source>到机关</source>
        <translation>To the agency</translation>
    </message>
    <message>
        <source>到第一列</source>
        <translation>To the first column</translation>
    </message>
    <message>
        <source>到第一张的开头</source>
        <translation>Start of the first card</translation>
    </message>
    <message>
        <source>到第一行第一列</source>
        <translation>To the first row and column</translation>
    </message>
    <message>
        <source>到第一项</source>
        <translation>To the first one</translation>
    </message>
    <message>
        <source>到筛选出的内容中去</source>
        <translation>Down to what was found</translation>
    </message>
    <message>
        <source>到这一条的原文中去</source>
        <translation>Into the source text of this clause</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Source text</translation>
    </message>
    <message>
        <source>在“对照”“表格”“去向图”按钮间：换一种看法</source>
        <translation>Between the buttons Columns, Table and Flow: another view</translation>
    </message>
    <message>
        <source>在事项、单位间移动；加 Shift 选中多行</source>
        <translation>Move among matters and agencies; with Shift select several rows</translation>
    </message>
    <message>
        <source>在原文中显示</source>
        <translation>Show in source text</translation>
    </message>
    <message>
        <source>在原文中显示此列的总数</source>
        <translation>Show this column&apos;s total in the text</translation>
    </message>
    <message>
        <source>在原文中显示此格的用语</source>
        <translation>Show the words of this cell in the source text</translation>
    </message>
    <message>
        <source>在行、列间移动；加 Shift 选中多行</source>
        <translation>Move among rows and columns; with Shift select several rows</translation>
    </message>
    <message>
        <source>复制文字（不含出处）</source>
        <translation>Copy without citation</translation>
    </message>
    <message>
        <source>复制此处的文字</source>
        <translation>Copy the words at this place</translation>
    </message>
    <message>
        <source>复制选中的各行</source>
        <translation>Copy the selected rows</translation>
    </message>
    <message>
        <source>复制选中的各行为表格</source>
        <translation>Copy the selected rows as a table</translation>
    </message>
    <message>
        <source>复制选中的各行（含出处）</source>
        <translation>Copy the selected rows with citation</translation>
    </message>
    <message>
        <source>复制选中的格</source>
        <translation>Copy the selected cells</translation>
    </message>
    <message>
        <source>复制（含出处）</source>
        <translation>Copy with citation</translation>
    </message>
    <message>
        <source>审阅：不同意，或建议对应</source>
        <translation>Review: disagree, or propose a unit</translation>
    </message>
    <message>
        <source>审阅：同意此处的对应，或同意未对应</source>
        <translation>Review: agree with the links here, or that there are none</translation>
    </message>
    <message>
        <source>审阅：存疑</source>
        <translation>Review: doubtful</translation>
    </message>
    <message>
        <source>审阅：撤回本人在此处的审阅</source>
        <translation>Review: withdraw my own verdict here</translation>
    </message>
    <message>
        <source>对话框</source>
        <translation>Dialogs</translation>
    </message>
    <message>
        <source>展开、收起职责分项</source>
        <translation>Unfold or fold the duty items</translation>
    </message>
    <message>
        <source>展开下属机构</source>
        <translation>Unfold what is below</translation>
    </message>
    <message>
        <source>展开全部</source>
        <translation>Unfold all</translation>
    </message>
    <message>
        <source>展开或收起全文</source>
        <translation>Show whole text or less</translation>
    </message>
    <message>
        <source>展开或收起分项</source>
        <translation>Unfold or fold the items</translation>
    </message>
    <message>
        <source>往上、往下一屏</source>
        <translation>A screen up or down</translation>
    </message>
    <message>
        <source>往上一屏</source>
        <translation>Page up</translation>
    </message>
    <message>
        <source>往上一屏结果</source>
        <translation>A screen of hits up</translation>
    </message>
    <message>
        <source>往上一屏，到顶时到上一页</source>
        <translation>Up by a view; at the top, to the page before</translation>
    </message>
    <message>
        <source>往上到条款标记、链接或表格</source>
        <translation>Up to a clause mark, link or table</translation>
    </message>
    <message>
        <source>往上看机构图</source>
        <translation>Look farther up the chart</translation>
    </message>
    <message>
        <source>往上读，读完到上一张</source>
        <translation>Read back, then to the card before</translation>
    </message>
    <message>
        <source>往下一屏</source>
        <translation>Page down</translation>
    </message>
    <message>
        <source>往下一屏结果</source>
        <translation>A screen of hits down</translation>
    </message>
    <message>
        <source>往下一屏，到底时到下一页</source>
        <translation>Down by a view; at the bottom, to the next page</translation>
    </message>
    <message>
        <source>往下到条款标记、链接或表格</source>
        <translation>Down to a clause mark, link or table</translation>
    </message>
    <message>
        <source>往下看机构图</source>
        <translation>Look farther down the chart</translation>
    </message>
    <message>
        <source>往下读，读完到下一张</source>
        <translation>Read on, then to the next card</translation>
    </message>
    <message>
        <source>往右看机构图</source>
        <translation>Look farther right in the chart</translation>
    </message>
    <message>
        <source>往左看机构图</source>
        <translation>Look farther left in the chart</translation>
    </message>
    <message>
        <source>恢复矩阵大小</source>
        <translation>Usual size of the matrix</translation>
    </message>
    <message>
        <source>打开此处的右键菜单</source>
        <translation>Open the context menu of this place</translation>
    </message>
    <message>
        <source>打开菜单：Alt 加菜单名后的字母</source>
        <translation>Open a menu: Alt and the letter underlined in its name</translation>
    </message>
    <message>
        <source>折叠或展开所在的一组</source>
        <translation>Fold or unfold the group</translation>
    </message>
    <message>
        <source>按下突出显示的按钮</source>
        <translation>Press the button that stands out</translation>
    </message>
    <message>
        <source>按光标所在列升序排列</source>
        <translation>Sort by the current column, ascending</translation>
    </message>
    <message>
        <source>按光标所在列降序排列</source>
        <translation>Sort by the current column, descending</translation>
    </message>
    <message>
        <source>撤回条目</source>
        <translation>Withdraw entry</translation>
    </message>
    <message>
        <source>收起、展开</source>
        <translation>Fold, unfold</translation>
    </message>
    <message>
        <source>收起、展开分项</source>
        <translation>Fold, unfold items</translation>
    </message>
    <message>
        <source>收起下属机构</source>
        <translation>Fold what is below</translation>
    </message>
    <message>
        <source>收起到上一级；展开到下一级</source>
        <translation>Fold, and up a level; unfold, and down a level</translation>
    </message>
    <message>
        <source>收起或展开下属机构</source>
        <translation>Fold or unfold what is below</translation>
    </message>
    <message>
        <source>收起结果，回到原处</source>
        <translation>Put the hits away, back to where one was</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>放大机构图</source>
        <translation>Enlarge the chart</translation>
    </message>
    <message>
        <source>放大矩阵</source>
        <translation>Enlarge the matrix</translation>
    </message>
    <message>
        <source>显示全图</source>
        <translation>Show the whole chart</translation>
    </message>
    <message>
        <source>最后一页</source>
        <translation>Last page</translation>
    </message>
    <message>
        <source>机构图</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>机构图按 100% 显示</source>
        <translation>Show the chart at 100%</translation>
    </message>
    <message>
        <source>机构树</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>机构树：选中第一个符合的</source>
        <translation>Units: choose the first that matches</translation>
    </message>
    <message>
        <source>条款目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>查找框</source>
        <translation>Search box</translation>
    </message>
    <message>
        <source>查看详情</source>
        <translation>Show details</translation>
    </message>
    <message>
        <source>标记：在原文中显示；链接：查看详情</source>
        <translation>Mark: show in the source text; link: show details</translation>
    </message>
    <message>
        <source>此处的事实</source>
        <translation>Facts here</translation>
    </message>
    <message>
        <source>清空选中的格</source>
        <translation>Clear the selected cells</translation>
    </message>
    <message>
        <source>离开表格</source>
        <translation>Leave the table</translation>
    </message>
    <message>
        <source>移动光标；加 Shift 选中文字</source>
        <translation>Move the caret; with Shift select text</translation>
    </message>
    <message>
        <source>突出显示此处的机构，或不再突出</source>
        <translation>Focus on this unit, or end the focus</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>窗口较窄时：关上详情</source>
        <translation>In a narrow window: close the details</translation>
    </message>
    <message>
        <source>第一页</source>
        <translation>First page</translation>
    </message>
    <message>
        <source>筛选框</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>粘贴一列或一块数字</source>
        <translation>Paste a column or block of numbers</translation>
    </message>
    <message>
        <source>编制分配表</source>
        <translation>Allocation table</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>缩小机构图</source>
        <translation>Reduce the chart</translation>
    </message>
    <message>
        <source>缩小矩阵</source>
        <translation>Reduce the matrix</translation>
    </message>
    <message>
        <source>职能转变</source>
        <translation>Function changes</translation>
    </message>
    <message>
        <source>职能转变的卡片</source>
        <translation>Function changes, cards</translation>
    </message>
    <message>
        <source>职能转变的去向图</source>
        <translation>Picture of function changes</translation>
    </message>
    <message>
        <source>职能转变的表格</source>
        <translation>Function changes, table</translation>
    </message>
    <message>
        <source>职责分工</source>
        <translation>Shared responsibilities</translation>
    </message>
    <message>
        <source>职责对应的矩阵</source>
        <translation>Duty matrix</translation>
    </message>
    <message>
        <source>职责对应的表格</source>
        <translation>Tables of duties</translation>
    </message>
    <message>
        <source>详情</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>详情中的职责、编制表</source>
        <translation>Details, duties and staffing</translation>
    </message>
    <message>
        <source>转到这条结果</source>
        <translation>Go to this hit</translation>
    </message>
    <message>
        <source>适合窗口</source>
        <translation>Fit the view</translation>
    </message>
    <message>
        <source>选中光标处的事实</source>
        <translation>Select the fact at the cursor</translation>
    </message>
    <message>
        <source>键盘所在处</source>
        <translation>Where the keyboard is</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>作用</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>按键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>按键名、作用或何处筛选，如 Ctrl、复制、详情</source>
        <translation>Filter by key, purpose or place, such as Ctrl, copy, details</translation>
    </message>
    <message>
        <source>没有符合“{0}”的按键。
可按键名、作用或何处查找。</source>
        <translation>No key matches &quot;{0}&quot;.
Search by key, purpose or place.</translation>
    </message>
    <message>
        <source>筛选键盘操作</source>
        <translation>Filter the keys</translation>
    </message>
    <message>
        <source>键盘操作</source>
        <translation>Keyboard</translation>
    </message>
</context>
<context>
    <name>LayoutKind</name>
    <message>
        <source>公文式</source>
        <translation>Official</translation>
    </message>
    <message>
        <source>双列悬挂</source>
        <translation>Hanging</translation>
    </message>
    <message>
        <source>左右</source>
        <translation>Sideways</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>自动</source>
        <translation>Automatic</translation>
    </message>
</context>
<context>
    <name>LibraryDesk</name>
    <message>
        <source>打开数据库</source>
        <translation>Open database</translation>
    </message>
    <message>
        <source>这个数据库已在另一个窗口中打开，已转到那个窗口。</source>
        <translation>This database is open in another window, which has come forward.</translation>
    </message>
</context>
<context>
    <name>LinkParts</name>
    <message>
        <source>{0}（设在本机关，不计入内设机构）</source>
        <translation>{0} (hosted office, not counted as a division)</translation>
    </message>
    <message>
        <source>协作角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>原文用语：{0}</source>
        <translation>Words of the text: {0}</translation>
    </message>
    <message>
        <source>同一主题</source>
        <translation>Same subject</translation>
    </message>
    <message>
        <source>同一主题的分工事项</source>
        <translation>Matters on the same subject</translation>
    </message>
    <message>
        <source>名称对应处室</source>
        <translation>Divisions corresponding by name</translation>
    </message>
    <message>
        <source>名称相近，研判不采纳</source>
        <translation>Similar name, set aside by judgement</translation>
    </message>
    <message>
        <source>多处室对应 {0}</source>
        <translation>Several divisions correspond: {0}</translation>
    </message>
    <message>
        <source>对应</source>
        <translation>Corresponds</translation>
    </message>
    <message>
        <source>对应的职责分项</source>
        <translation>Corresponding duty items</translation>
    </message>
    <message>
        <source>对应的职责分项 {0}</source>
        <translation>Corresponding duty items: {0}</translation>
    </message>
    <message>
        <source>未对应</source>
        <translation>None</translation>
    </message>
    <message>
        <source>未对应：没有内设机构的名称与本分项对应</source>
        <translation>None: no division&apos;s name corresponds to this item</translation>
    </message>
    <message>
        <source>未对应：没有职责分项与其名称对应</source>
        <translation>None: no duty item corresponds to its name</translation>
    </message>
    <message>
        <source>未识别出行为用语</source>
        <translation>No act recognised</translation>
    </message>
    <message>
        <source>未载明协作角色</source>
        <translation>No role stated</translation>
    </message>
    <message>
        <source>本规定未将职责分配到内设机构；以上按名称匹配或研判得出，数量不表示工作量。</source>
        <translation>This provision assigns no duty to a division; the above was matched by name or judged, and its number is no measure of workload.</translation>
    </message>
    <message>
        <source>涉及的职能转变 {0}</source>
        <translation>Function changes concerned: {0}</translation>
    </message>
    <message>
        <source>涉及领域</source>
        <translation>Field concerned</translation>
    </message>
    <message>
        <source>涉及领域仅指用语所及，不表示现行职责由该事项保留而来。</source>
        <translation>Of abolished and devolved functions only the field is told; no present duty is said to be what remained of them.</translation>
    </message>
    <message>
        <source>用语</source>
        <translation>Wording</translation>
    </message>
    <message>
        <source>经 {0}[{1}]“{2}”对应</source>
        <translation>By way of {0}[{1}] &quot;{2}&quot;</translation>
    </message>
    <message>
        <source>行为用语</source>
        <translation>Acts</translation>
    </message>
    <message>
        <source>限定用语</source>
        <translation>Limits</translation>
    </message>
</context>
<context>
    <name>LinkStrip</name>
    <message>
        <source>对应的说明</source>
        <translation>Explanation</translation>
    </message>
    <message>
        <source>收起说明</source>
        <translation>Close the explanation</translation>
    </message>
    <message>
        <source>未对应：二者之间没有查到对应。</source>
        <translation>Not matched: no correspondence was found between the two.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{0} - 三定规定阅读器</source>
        <translation>{0} - San Ding Reader</translation>
    </message>
    <message>
        <source>三定规定阅读器</source>
        <translation>San Ding Reader</translation>
    </message>
    <message>
        <source>内容与原文不一致</source>
        <translation>Content differs from its source</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Source text</translation>
    </message>
    <message>
        <source>审阅</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>数据库没有打开</source>
        <translation>Database not opened</translation>
    </message>
    <message>
        <source>数据库里的内容与其中原文重新识读的结果不一致：可能被改动过，或由其他版本的程序生成。
窗口中的内容请逐项对照原文，不要直接引用；也可以从“文件”菜单打开其他数据库。</source>
        <translation>The database does not hold what reading its source text anew gives: it may have been altered, or made by another version of the program.
Please check each item against the source and do not quote it as it stands; or open another database from the File menu.</translation>
    </message>
    <message>
        <source>机构图</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>编制方案</source>
        <translation>Allocations</translation>
    </message>
    <message>
        <source>职责分工</source>
        <translation>Shared responsibilities</translation>
    </message>
    <message>
        <source>职责对应</source>
        <translation>Duty mapping</translation>
    </message>
    <message>
        <source>详情</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>这里没有可复制的内容：请先选中文字，或到各窗格的列表中复制。</source>
        <translation>Nothing to copy here: select text first, or copy in a list of a pane.</translation>
    </message>
</context>
<context>
    <name>MatterCard</name>
    <message>
        <source>事项全文</source>
        <translation>Whole matter</translation>
    </message>
    <message>
        <source>复制原文及其出处</source>
        <translation>Copy the source text with its citation</translation>
    </message>
    <message>
        <source>复制（含出处）</source>
        <translation>Copy with citation</translation>
    </message>
    <message>
        <source>实线：单位的角色用语；点线：协调机制。</source>
        <translation>Solid line: the words of an agency&apos;s role; dotted line: coordinating mechanism.</translation>
    </message>
    <message>
        <source>整体牵头</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>选中一行，可在此读到该事项的全文，其中标出各单位的角色用语。</source>
        <translation>Choose a row to read the whole matter here, with the words of each agency&apos;s role marked in it.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>中文输入…</source>
        <translation>Typing Chinese...</translation>
    </message>
    <message>
        <source>从备份恢复…</source>
        <translation>Restore from backup...</translation>
    </message>
    <message>
        <source>关于…</source>
        <translation>About...</translation>
    </message>
    <message>
        <source>列出最近去过的地方</source>
        <translation>List recent places</translation>
    </message>
    <message>
        <source>前进</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Source text</translation>
    </message>
    <message>
        <source>另存审阅…</source>
        <translation>Save review as...</translation>
    </message>
    <message>
        <source>只看当前页签</source>
        <translation>Only the Current Tab</translation>
    </message>
    <message>
        <source>只看当前页签，再按一次还原（F11）</source>
        <translation>Only the current tab; press again to bring the others back (F11)</translation>
    </message>
    <message>
        <source>后退</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>在原文中按类别标出事实</source>
        <translation>Underline facts by kind in source text</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>复制原文（含出处）</source>
        <translation>Copy source text with citation</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>审阅</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>审阅(&amp;R)</source>
        <translation>&amp;Review</translation>
    </message>
    <message>
        <source>审阅人…</source>
        <translation>Reviewer...</translation>
    </message>
    <message>
        <source>审阅报告…</source>
        <translation>Review report...</translation>
    </message>
    <message>
        <source>导入审阅…</source>
        <translation>Import review...</translation>
    </message>
    <message>
        <source>导出审阅…</source>
        <translation>Export review...</translation>
    </message>
    <message>
        <source>导出诊断信息…</source>
        <translation>Export diagnostics...</translation>
    </message>
    <message>
        <source>工具(&amp;T)</source>
        <translation>&amp;Tools</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>录入时效…</source>
        <translation>Enter validity...</translation>
    </message>
    <message>
        <source>征求意见单位…</source>
        <translation>Offices asked...</translation>
    </message>
    <message>
        <source>怎样审阅…</source>
        <translation>How to Review...</translation>
    </message>
    <message>
        <source>恢复布局</source>
        <translation>Restore layout</translation>
    </message>
    <message>
        <source>恢复文字大小</source>
        <translation>Reset text size</translation>
    </message>
    <message>
        <source>意见汇总表…</source>
        <translation>Summary of opinions...</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print...</translation>
    </message>
    <message>
        <source>打开数据库…</source>
        <translation>Open database...</translation>
    </message>
    <message>
        <source>撤销录入</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>撤销录入：{0}</source>
        <translation>Undo: {0}</translation>
    </message>
    <message>
        <source>放大文字</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>无意见…</source>
        <translation>No opinion...</translation>
    </message>
    <message>
        <source>最近去过</source>
        <translation>Recent places</translation>
    </message>
    <message>
        <source>本库中的三定规定</source>
        <translation>Provisions in this library</translation>
    </message>
    <message>
        <source>机构图</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>机构树</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>查找…</source>
        <translation>Search...</translation>
    </message>
    <message>
        <source>查看(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>核查结果…</source>
        <translation>Findings...</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>浮动窗格</source>
        <translation>Floating panes</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>添加意见…</source>
        <translation>Add an opinion...</translation>
    </message>
    <message>
        <source>筛选或查找</source>
        <translation>Filter or find</translation>
    </message>
    <message>
        <source>编制方案</source>
        <translation>Allocations</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>缩小文字</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>职能转变</source>
        <translation>Function changes</translation>
    </message>
    <message>
        <source>职责分工</source>
        <translation>Shared responsibilities</translation>
    </message>
    <message>
        <source>职责对应</source>
        <translation>Duty mapping</translation>
    </message>
    <message>
        <source>设置…</source>
        <translation>Settings...</translation>
    </message>
    <message>
        <source>详情</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>Follow the system</translation>
    </message>
    <message>
        <source>转到(&amp;G)</source>
        <translation>&amp;Go</translation>
    </message>
    <message>
        <source>转到条款…</source>
        <translation>Go to clause...</translation>
    </message>
    <message>
        <source>还没有去过别处</source>
        <translation>No other places yet</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>重做录入</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>重做录入：{0}</source>
        <translation>Redo: {0}</translation>
    </message>
    <message>
        <source>键盘操作…</source>
        <translation>Keyboard...</translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>复制内容</source>
        <translation>Copy content</translation>
    </message>
    <message>
        <source>没有保存：{0}</source>
        <translation>Not saved: {0}</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>复制内容</source>
        <translation>Copy content</translation>
    </message>
    <message>
        <source>已经有“{0}”，请换一个名称。</source>
        <translation>&quot;{0}&quot; is there already; please choose another name.</translation>
    </message>
    <message>
        <source>方案名称(&amp;N)</source>
        <translation>&amp;Name of the scenario</translation>
    </message>
    <message>
        <source>说明(&amp;M)，可以不填</source>
        <translation>Re&amp;mark, may stay empty</translation>
    </message>
</context>
<context>
    <name>NavigationBar</name>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
</context>
<context>
    <name>NoChanges</name>
    <message>
        <source>本规定未载明职能转变。</source>
        <translation>This provision states no function changes.</translation>
    </message>
    <message>
        <source>没有符合条件的职能转变。请减少筛选词，或重新选上被隐藏的类别。</source>
        <translation>No function change matches. Use fewer words, or show the hidden kinds again.</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filter</translation>
    </message>
</context>
<context>
    <name>NoOpinionDialog</name>
    <message>
        <source>{0}：无意见</source>
        <translation>{0}: no opinion</translation>
    </message>
    <message>
        <source>不是您的单位：将标明“代录”。</source>
        <translation>Not your office: it will be marked as entered on behalf.</translation>
    </message>
    <message>
        <source>例如复函的文号、日期，可以不填</source>
        <translation>For example number and date of the letter; may stay empty</translation>
    </message>
    <message>
        <source>保存(&amp;S)</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>保存到本机的审阅文件（Ctrl+Enter）</source>
        <translation>Save to the review file on this computer (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>单位(&amp;O)</source>
        <translation>&amp;Office</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>可以不填</source>
        <translation>May stay empty</translation>
    </message>
    <message>
        <source>复制内容</source>
        <translation>Copy content</translation>
    </message>
    <message>
        <source>录入无意见</source>
        <translation>Enter no opinion</translation>
    </message>
    <message>
        <source>无意见</source>
        <translation>No opinion</translation>
    </message>
    <message>
        <source>联系人(&amp;P)</source>
        <translation>&amp;Person</translation>
    </message>
    <message>
        <source>该单位已录入过无意见。</source>
        <translation>No opinion is entered for this office already.</translation>
    </message>
    <message>
        <source>该单位已有意见 {0} 条，汇总时按有意见计。</source>
        <translation>This office has {0} opinions; it is counted among those with opinions.</translation>
    </message>
    <message>
        <source>说明(&amp;N)</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>请填写单位。</source>
        <translation>Fill in the office.</translation>
    </message>
</context>
<context>
    <name>NotStatedLabel</name>
    <message>
        <source>本规定未载明</source>
        <translation>Not stated in this provision</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>清除筛选</source>
        <translation>Clear filter</translation>
    </message>
</context>
<context>
    <name>NothingWanted</name>
    <message>
        <source>条目都已撤回。点“含已撤回”可以查看和恢复。</source>
        <translation>All entries are withdrawn. Press &quot;With withdrawn&quot; to see and restore them.</translation>
    </message>
    <message>
        <source>没有符合条件的条目。</source>
        <translation>No entries match.</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filter</translation>
    </message>
</context>
<context>
    <name>OpinionDesk</name>
    <message>
        <source>不能定位</source>
        <translation>Can&apos;t attach</translation>
    </message>
    <message>
        <source>不能添加意见</source>
        <translation>Can&apos;t add an opinion</translation>
    </message>
    <message>
        <source>已撤回，可按 Ctrl+Z 恢复</source>
        <translation>Withdrawn; Ctrl+Z restores it</translation>
    </message>
    <message>
        <source>已撤回，可按 Ctrl+Z 恢复；点“含已撤回”可再看到</source>
        <translation>Withdrawn; Ctrl+Z restores it; press &apos;With withdrawn&apos; to see it again</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>采用一稿</source>
        <translation>Use one draft</translation>
    </message>
</context>
<context>
    <name>OpinionDialog</name>
    <message>
        <source>从原文开始修改(&amp;F)</source>
        <translation>Begin &amp;from the text</translation>
    </message>
    <message>
        <source>代他人录入，请先勾选“代录”，再填提出单位和提出人。</source>
        <translation>To enter it for somebody else, tick &apos;Entered on behalf&apos; first, then enter office and person.</translation>
    </message>
    <message>
        <source>代录(&amp;B)</source>
        <translation>Entered on &amp;behalf</translation>
    </message>
    <message>
        <source>依据、文件、实际情况</source>
        <translation>Grounds, documents, facts</translation>
    </message>
    <message>
        <source>修改后的完整表述；没有修改建议可不填</source>
        <translation>The whole wording as proposed; may stay empty</translation>
    </message>
    <message>
        <source>另一稿：{0}</source>
        <translation>Other draft: {0}</translation>
    </message>
    <message>
        <source>合并两稿</source>
        <translation>Merge two drafts</translation>
    </message>
    <message>
        <source>合并为新稿</source>
        <translation>Merge into a new draft</translation>
    </message>
    <message>
        <source>对规定全文的看法；要针对某一处，请先点中它，或在原文中选中文字</source>
        <translation>What you think of the whole text; to say something of one place click it first, or mark words in the text</translation>
    </message>
    <message>
        <source>对这一处的看法</source>
        <translation>What you think of this place</translation>
    </message>
    <message>
        <source>就是录入人；代他人录入，请先勾选“代录”</source>
        <translation>Whoever enters it; to enter it for somebody else, tick &apos;Entered on behalf&apos; first</translation>
    </message>
    <message>
        <source>建议修改为(&amp;X)</source>
        <translation>Proposed wording (&amp;X)</translation>
    </message>
    <message>
        <source>意见(&amp;Y)</source>
        <translation>Opinion (&amp;Y)</translation>
    </message>
    <message>
        <source>提出人(&amp;P)</source>
        <translation>&amp;Person</translation>
    </message>
    <message>
        <source>提出单位(&amp;D)</source>
        <translation>Office (&amp;D)</translation>
    </message>
    <message>
        <source>文字太长，请精简，或分成几条意见。</source>
        <translation>The text is too long; please shorten it or make several opinions of it.</translation>
    </message>
    <message>
        <source>添加意见</source>
        <translation>Add opinion</translation>
    </message>
    <message>
        <source>理由(&amp;L)</source>
        <translation>Reason (&amp;L)</translation>
    </message>
    <message>
        <source>纸质意见等由他人提出、由您代为录入：填提出意见的单位和人，条目标明“代录”</source>
        <translation>For opinions of others, as those on paper, that you type in: enter their office and person; the entry is marked so</translation>
    </message>
    <message>
        <source>编辑意见</source>
        <translation>Edit opinion</translation>
    </message>
    <message>
        <source>请填写意见，或填写建议修改为。</source>
        <translation>Please enter an opinion or a proposed wording.</translation>
    </message>
    <message>
        <source>请填写提出单位。</source>
        <translation>Please enter the office.</translation>
    </message>
    <message>
        <source>针对规定全文(&amp;W)</source>
        <translation>On the provision as a &amp;whole</translation>
    </message>
    <message>
        <source>针对规定全文，不针对具体条款</source>
        <translation>On the provision as a whole, not on any clause</translation>
    </message>
</context>
<context>
    <name>OpinionOffer</name>
    <message>
        <source>添加意见…</source>
        <translation>Add an opinion...</translation>
    </message>
</context>
<context>
    <name>OpinionText</name>
    <message>
        <source>建议修改为</source>
        <translation>Proposed wording</translation>
    </message>
    <message>
        <source>提出</source>
        <translation>put forward</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>OthersEntrySheet</name>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>回复(&amp;R)…</source>
        <translation>&amp;Reply...</translation>
    </message>
    <message>
        <source>撤回(&amp;T)</source>
        <translation>Wi&amp;thdraw</translation>
    </message>
    <message>
        <source>撤回他人的条目</source>
        <translation>Withdraw somebody else&apos;s entry</translation>
    </message>
    <message>
        <source>编辑(&amp;E)…</source>
        <translation>&amp;Edit...</translation>
    </message>
    <message>
        <source>编辑他人的条目</source>
        <translation>Edit somebody else&apos;s entry</translation>
    </message>
    <message>
        <source>这是{0}录入的{1}。修改后仍记在其名下，并注明由您修改；也可以改用“回复”。</source>
        <translation>{1}, entered by {0}. When you change it, it stays under that name with a note that you changed it; or reply instead.</translation>
    </message>
    <message>
        <source>这是{0}录入的{1}。撤回后可以恢复，历史中注明由您撤回；也可以改用“回复”说明。</source>
        <translation>{1}, entered by {0}. Once withdrawn it can be restored, and its history says that you withdrew it; or reply instead.</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>/ {0} 页</source>
        <translation>of {0}</translation>
    </message>
    <message>
        <source>并排</source>
        <translation>All</translation>
    </message>
    <message>
        <source>所有页并排，或只看一页</source>
        <translation>All pages side by side, or one page alone</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>整页</source>
        <translation>Fit</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>缩放到看得见整页</source>
        <translation>Zoom so that the whole page is seen</translation>
    </message>
    <message>
        <source>页码</source>
        <translation>Page number</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>复制原文及其出处</source>
        <translation>Copy the source text with its citation</translation>
    </message>
    <message>
        <source>复制（含出处）</source>
        <translation>Copy with citation</translation>
    </message>
    <message>
        <source>对这一处添加意见</source>
        <translation>Add an opinion on this place</translation>
    </message>
</context>
<context>
    <name>PagePieces</name>
    <message>
        <source>主要职责</source>
        <translation>Main duties</translation>
    </message>
    <message>
        <source>编制职数</source>
        <translation>Staffing quota</translation>
    </message>
</context>
<context>
    <name>PageScroll</name>
    <message>
        <source>用上、下键到条款标记、链接和表格</source>
        <translation>Up and Down lead to clause marks, links and tables</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>详情</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>PaneActions</name>
    <message>
        <source>查找…</source>
        <translation>Search...</translation>
    </message>
</context>
<context>
    <name>PaneDocks</name>
    <message>
        <source>机构树</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>职能转变</source>
        <translation>Function changes</translation>
    </message>
    <message>
        <source>详情</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>PaperKind</name>
    <message>
        <source>三定概览</source>
        <translation>Overview of the provision</translation>
    </message>
    <message>
        <source>单个处室及其职责</source>
        <translation>One division with its duties</translation>
    </message>
    <message>
        <source>各处室（每处另起一页）</source>
        <translation>Every division, each on a new page</translation>
    </message>
    <message>
        <source>处室职责对应一览表</source>
        <translation>Duties of each division</translation>
    </message>
    <message>
        <source>审阅报告</source>
        <translation>Review report</translation>
    </message>
    <message>
        <source>意见汇总表</source>
        <translation>Table of opinions</translation>
    </message>
    <message>
        <source>机构设置图</source>
        <translation>Organisation chart</translation>
    </message>
    <message>
        <source>编制职数表</source>
        <translation>Quotas</translation>
    </message>
    <message>
        <source>职能转变对照表</source>
        <translation>Function changes</translation>
    </message>
    <message>
        <source>职责对应矩阵</source>
        <translation>Matrix of duties</translation>
    </message>
    <message>
        <source>部门间职责分工表</source>
        <translation>Shared responsibilities</translation>
    </message>
</context>
<context>
    <name>PendingImports</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>先完成当前的对话框，随后会询问是否并入：{0}</source>
        <translation>First finish with the open dialog; then you will be asked whether to take in: {0}</translation>
    </message>
    <message>
        <source>先打开一个数据库，随后会询问是否并入：{0}</source>
        <translation>First open a database; then you will be asked whether to take in: {0}</translation>
    </message>
</context>
<context>
    <name>PlaceBody</name>
    <message>
        <source>原文</source>
        <translation>Source text</translation>
    </message>
    <message>
        <source>看全文</source>
        <translation>Show in full</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Excel 工作簿</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>PDF 文件</source>
        <translation>PDF file</translation>
    </message>
    <message>
        <source>PNG 图片</source>
        <translation>PNG picture</translation>
    </message>
    <message>
        <source>SVG 矢量图</source>
        <translation>SVG drawing</translation>
    </message>
    <message>
        <source>Word 文档</source>
        <translation>Word document</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>另存为</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>另存为(&amp;S)…</source>
        <translation>&amp;Save as...</translation>
    </message>
    <message>
        <source>复制图片(&amp;C)</source>
        <translation>&amp;Copy picture</translation>
    </message>
    <message>
        <source>已保存 {0} 个文件，从 {1} 起</source>
        <translation>Saved {0} files, the first is {1}</translation>
    </message>
    <message>
        <source>已保存到 {0}</source>
        <translation>Saved to {0}</translation>
    </message>
    <message>
        <source>已复制第 {0} 页的图片</source>
        <translation>Copied a picture of page {0}</translation>
    </message>
    <message>
        <source>已送去打印，共 {0} 页</source>
        <translation>Sent to the printer: {0} pages</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>打印(&amp;P)…</source>
        <translation>&amp;Print...</translation>
    </message>
    <message>
        <source>打印机没有接受。请检查打印机是否开着、纸张是否放好，或另选打印机；也可以先存为 PDF。</source>
        <translation>The printer did not accept it. Check that it is on and has paper, or choose another one; you can also save a PDF first.</translation>
    </message>
    <message>
        <source>正在保存…</source>
        <translation>Saving...</translation>
    </message>
    <message>
        <source>正在打印…</source>
        <translation>Printing...</translation>
    </message>
    <message>
        <source>正在排版…</source>
        <translation>Setting the pages...</translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>没有复制</source>
        <translation>Not copied</translation>
    </message>
    <message>
        <source>没有打印</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>第 {0} 页，共 {1} 页</source>
        <translation>Page {0} of {1}</translation>
    </message>
    <message>
        <source>选项</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>预览：{0}</source>
        <translation>Preview: {0}</translation>
    </message>
    <message>
        <source>；{0}</source>
        <translation>; {0}</translation>
    </message>
</context>
<context>
    <name>PrintOptions</name>
    <message>
        <source> 毫米</source>
        <translation> mm</translation>
    </message>
    <message>
        <source> 磅</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>其他尺寸</source>
        <translation>Other size</translation>
    </message>
    <message>
        <source>内容(&amp;T)</source>
        <translation>Con&amp;tent</translation>
    </message>
    <message>
        <source>列出 C 级研判(&amp;J)</source>
        <translation>Show &amp;judged links (grade C)</translation>
    </message>
    <message>
        <source>列出审阅录入(&amp;K)</source>
        <translation>Show reviewers&apos; remar&amp;ks</translation>
    </message>
    <message>
        <source>列数(&amp;N)</source>
        <translation>Colum&amp;ns</translation>
    </message>
    <message>
        <source>制表单位(&amp;U)</source>
        <translation>Prepared by (&amp;U)</translation>
    </message>
    <message>
        <source>制表日期(&amp;R)</source>
        <translation>P&amp;repared on</translation>
    </message>
    <message>
        <source>图片精度(&amp;G)</source>
        <translation>Picture resolution (&amp;G)</translation>
    </message>
    <message>
        <source>处室(&amp;D)</source>
        <translation>&amp;Division</translation>
    </message>
    <message>
        <source>大字版（至少 14 磅）</source>
        <translation>Large print (14 pt or more)</translation>
    </message>
    <message>
        <source>大小(&amp;Z)</source>
        <translation>Si&amp;ze</translation>
    </message>
    <message>
        <source>字号(&amp;F)</source>
        <translation>Type size (&amp;F)</translation>
    </message>
    <message>
        <source>审阅人对职责对应的意见为录入，不是规定的内容</source>
        <translation>Reviewers&apos; verdicts on links are entered; they are not part of the provision</translation>
    </message>
    <message>
        <source>宽(&amp;W)</source>
        <translation>&amp;Width</translation>
    </message>
    <message>
        <source>密级(&amp;E)</source>
        <translation>S&amp;ecrecy</translation>
    </message>
    <message>
        <source>所选机构：{0}</source>
        <translation>Selected unit: {0}</translation>
    </message>
    <message>
        <source>拼成海报</source>
        <translation>Poster over several sheets</translation>
    </message>
    <message>
        <source>指定字号</source>
        <translation>Type size as given</translation>
    </message>
    <message>
        <source>按内容</source>
        <translation>As suits the content</translation>
    </message>
    <message>
        <source>方向(&amp;O)</source>
        <translation>&amp;Orientation</translation>
    </message>
    <message>
        <source>横放</source>
        <translation>Landscape</translation>
    </message>
    <message>
        <source>版式(&amp;L)</source>
        <translation>&amp;Layout</translation>
    </message>
    <message>
        <source>留装订边(&amp;B)</source>
        <translation>&amp;Binding margin</translation>
    </message>
    <message>
        <source>空白则不印</source>
        <translation>not printed</translation>
    </message>
    <message>
        <source>竖放</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>纸张(&amp;A)</source>
        <translation>P&amp;aper</translation>
    </message>
    <message>
        <source>职能研判是有关人员的理解，未经本单位确认</source>
        <translation>Judged links are somebody&apos;s reading, not confirmed by the agency</translation>
    </message>
    <message>
        <source>行数(&amp;I)</source>
        <translation>Rows (&amp;I)</translation>
    </message>
    <message>
        <source>适合页面</source>
        <translation>Fit the page</translation>
    </message>
    <message>
        <source>重叠(&amp;V)</source>
        <translation>O&amp;verlap</translation>
    </message>
    <message>
        <source>高(&amp;H)</source>
        <translation>&amp;Height</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>{0}不能存为 {1}。可以存为：{2}</source>
        <translation>{0} can&apos;t be saved as {1}. It can be saved as: {2}</translation>
    </message>
    <message>
        <source>{0}不能拼成海报。可以拼成海报的是机构设置图</source>
        <translation>{0} can&apos;t be made a poster. What can is the organisation chart</translation>
    </message>
    <message>
        <source>{0}按 GB/T 9704-2012 的版式排在竖放的 A4 纸上，不能换纸张或横放</source>
        <translation>{0} has the layout of GB/T 9704-2012, on upright A4; it can&apos;t take other paper or lie across</translation>
    </message>
    <message>
        <source>{0}没有几种版式可选：版式只用于机构设置图</source>
        <translation>{0} has no choice of layouts: they are for the organisation chart</translation>
    </message>
    <message>
        <source>{0}的字号按公文格式，不能另定</source>
        <translation>{0} has the type sizes of official documents, which can&apos;t be changed</translation>
    </message>
    <message>
        <source>{0}的字号按公文格式，没有大字版</source>
        <translation>{0} has the type sizes of official documents, and no large print</translation>
    </message>
    <message>
        <source>主要职责</source>
        <translation>duties</translation>
    </message>
    <message>
        <source>内设机构</source>
        <translation>divisions</translation>
    </message>
    <message>
        <source>制表日期须是一个日期，如 2026年11月27日 或 2026-11-27，而不是“{0}”</source>
        <translation>The date of the paper must be a day, such as 2026-11-27, not &quot;{0}&quot;</translation>
    </message>
    <message>
        <source>字号须在 {0} 至 {1} 磅之间</source>
        <translation>The type size must be between {0} and {1} pt</translation>
    </message>
    <message>
        <source>审阅内容</source>
        <translation>review entries</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>opinions</translation>
    </message>
    <message>
        <source>有几个机构都叫“{0}”：{1}。请写全名称或用序号指明</source>
        <translation>Several units are called &quot;{0}&quot;: {1}. Give the full name or the number</translation>
    </message>
    <message>
        <source>没有保存 {1}（{0}）。请另选位置</source>
        <translation>{1} was not saved ({0}). Choose another place</translation>
    </message>
    <message>
        <source>没有可打印的内容：这份三定规定中没有{0}</source>
        <translation>Nothing to print: this provision has no {0}</translation>
    </message>
    <message>
        <source>没有可打印的内容：这份三定规定还没有录入{0}。请先在“审阅”中录入，或导入审阅包</source>
        <translation>Nothing to print: no {0} entered on this provision yet. Enter some under Review, or import a review package</translation>
    </message>
    <message>
        <source>没有名为“{0}”的内设机构。可写名称、括号内名称或序号：{1}</source>
        <translation>No division is called &quot;{0}&quot;. Give a name, a name in brackets or a number: {1}</translation>
    </message>
    <message>
        <source>没有名为“{0}”的内设机构。名称相近的有：{1}</source>
        <translation>No division is called &quot;{0}&quot;. Names near to it: {1}</translation>
    </message>
    <message>
        <source>没有名为“{0}”的内设机构：这份三定规定未载明内设机构</source>
        <translation>No division is called &quot;{0}&quot;: this provision states no divisions</translation>
    </message>
    <message>
        <source>没有序号为“{0}”的内设机构。可写名称、括号内名称或序号：{1}</source>
        <translation>No division has the number &quot;{0}&quot;. Give a name, a name in brackets or a number: {1}</translation>
    </message>
    <message>
        <source>没有选定处室。请先选一个</source>
        <translation>No division is chosen. Choose one first</translation>
    </message>
    <message>
        <source>海报每行、每列须为 1 至 {0} 张</source>
        <translation>A poster has 1 to {0} sheets each way</translation>
    </message>
    <message>
        <source>用 {0} 磅的字，{1} 张这样的纸也拼不下。请换大一些的纸张或小一些的字号</source>
        <translation>In type of {0} pt it doesn&apos;t fit on {1} such sheets. Take larger paper or smaller type</translation>
    </message>
    <message>
        <source>看不出 {0} 要存成什么格式。文件名应以其一结尾：{1}</source>
        <translation>The format of {0} isn&apos;t clear. The name should end in one of: {1}</translation>
    </message>
    <message>
        <source>程序出现意外错误，没有排出</source>
        <translation>an unexpected error happened; nothing was composed</translation>
    </message>
    <message>
        <source>纸张太小：{0}×{1} 毫米除去页边距后放不下内容。请换大一些的纸张</source>
        <translation>The paper is too small: {0}×{1} mm leave no room within the margins. Take larger paper</translation>
    </message>
    <message>
        <source>纸张太小：整张图放在上面只有 {0} 磅的字，看不清。请换大一些的纸张，或拼成海报</source>
        <translation>The paper is too small: the whole chart would have type of {0} pt, which can&apos;t be read. Take larger paper, or make a poster</translation>
    </message>
    <message>
        <source>纸张每边须在 {0} 至 {1} 毫米之间</source>
        <translation>Each side of the paper must be between {0} and {1} mm</translation>
    </message>
    <message>
        <source>编制和职数</source>
        <translation>quotas</translation>
    </message>
    <message>
        <source>职能转变</source>
        <translation>function changes</translation>
    </message>
    <message>
        <source>部门间职责分工</source>
        <translation>shared responsibilities</translation>
    </message>
    <message>
        <source>重叠太多：每张纸剩不下什么。请减少重叠，或换大一些的纸张</source>
        <translation>Too much overlap: nothing is left of each sheet. Reduce the overlap, or take larger paper</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>Proof</name>
    <message>
        <source>0 处</source>
        <translation>0</translation>
    </message>
    <message>
        <source>{0}</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0} 个字没有字形，以〓代替：{1}</source>
        <translation>{0} characters have no glyph and are replaced by a mark: {1}</translation>
    </message>
    <message>
        <source>{0} 个字没有字形，以〓代替：{1}等</source>
        <translation>{0} characters have no glyph and are replaced by a mark: {1} and others</translation>
    </message>
    <message>
        <source>{0} 处：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0} 磅，如“{1}”</source>
        <translation>{0} pt, as in &quot;{1}&quot;</translation>
    </message>
    <message>
        <source>{0} 磅，如“{1}”；小于便于阅读的 {2} 磅，可换大纸、换版式或拼成海报</source>
        <translation>{0} pt, as in &quot;{1}&quot;; under the {2} pt that are easy to read: take larger paper, another layout or a poster</translation>
    </message>
    <message>
        <source>{0} 页，{1}{2}</source>
        <translation>{0}, {1}{2}</translation>
    </message>
    <message>
        <source>{0} 页，{1}{2}，拼成 {3} 列 {4} 行</source>
        <translation>{0}, {1}{2}, in {3} columns and {4} rows</translation>
    </message>
    <message>
        <source>{0} 页，{1}{2}，拼成 {3} 列 {4} 行，其中 {5} 张空白</source>
        <translation>{0}, {1}{2}, in {3} columns and {4} rows; {5} of them blank</translation>
    </message>
    <message>
        <source>{0}×{1} 毫米 </source>
        <translation>{0}×{1} mm </translation>
    </message>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0}（哪种字体都没有，印出来是 〓）</source>
        <translation>{0} (in no font here, printed as a placeholder)</translation>
    </message>
    <message>
        <source>{0}（替代字体，随程序提供）</source>
        <translation>{0} (a substitute, the program&apos;s own)</translation>
    </message>
    <message>
        <source>{0}（相近的替代字体）</source>
        <translation>{0} (a similar font as substitute)</translation>
    </message>
    <message>
        <source>不适用（GB/T 9704-2012 管的是公文，本件是图表）</source>
        <translation>does not apply (GB/T 9704-2012 is for documents, this is a chart or table)</translation>
    </message>
    <message>
        <source>仿宋</source>
        <translation>Fangsong</translation>
    </message>
    <message>
        <source>公文格式</source>
        <translation>Official format</translation>
    </message>
    <message>
        <source>宋体</source>
        <translation>Song</translation>
    </message>
    <message>
        <source>小标宋</source>
        <translation>Xiaobiaosong</translation>
    </message>
    <message>
        <source>截断、重叠</source>
        <translation>Clipped or overlapping</translation>
    </message>
    <message>
        <source>最小字号</source>
        <translation>Smallest type</translation>
    </message>
    <message>
        <source>楷体</source>
        <translation>Kai</translation>
    </message>
    <message>
        <source>横放</source>
        <translation>landscape</translation>
    </message>
    <message>
        <source>版式</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>版心、字号和字体按 GB/T 9704-2012；本件是工作底稿，不是公文</source>
        <translation>type area, sizes and fonts as in GB/T 9704-2012; a working paper, no official document</translation>
    </message>
    <message>
        <source>版心和字号按 GB/T 9704-2012，字体不全，不称符合该标准</source>
        <translation>type area and sizes as in GB/T 9704-2012, but not its fonts: no conformity is claimed</translation>
    </message>
    <message>
        <source>竖放</source>
        <translation>portrait</translation>
    </message>
    <message>
        <source>缺字</source>
        <translation>Missing characters</translation>
    </message>
    <message>
        <source>页数</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>黑体</source>
        <translation>Hei</translation>
    </message>
</context>
<context>
    <name>ProofView</name>
    <message>
        <source>打印校样</source>
        <translation>Print proof</translation>
    </message>
    <message>
        <source>打印校样：有 {0} 处需要注意</source>
        <translation>Print proof: {0} to look at</translation>
    </message>
    <message>
        <source>打印校样：有 {0} 处需要注意；字体有替代（见 ※）</source>
        <translation>Print proof: {0} to look at; fonts are substituted (see ※)</translation>
    </message>
    <message>
        <source>打印校样：没有问题；字体有替代（见 ※）</source>
        <translation>Print proof: nothing wrong; fonts are substituted (see ※)</translation>
    </message>
    <message>
        <source>打印校样：没有需要注意的</source>
        <translation>Print proof: nothing to note</translation>
    </message>
</context>
<context>
    <name>Provenance</name>
    <message>
        <source>原文</source>
        <translation>Stated</translation>
    </message>
    <message>
        <source>录入</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>推算</source>
        <translation>Derived</translation>
    </message>
    <message>
        <source>研判</source>
        <translation>Judged</translation>
    </message>
</context>
<context>
    <name>Punctuation</name>
    <message>
        <source>{0}。</source>
        <translation>{0}.</translation>
    </message>
    <message>
        <source>{0}：{1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>QuotasModel</name>
    <message>
        <source>以上各项相加</source>
        <translation>Sum of the above</translation>
    </message>
    <message>
        <source>其中</source>
        <translation>of which</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>数额</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>本规定未载明</source>
        <translation>Not stated in this provision</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
</context>
<context>
    <name>QuotedPlace</name>
    <message>
        <source>原文</source>
        <translation>Source text</translation>
    </message>
</context>
<context>
    <name>RelocateDialog</name>
    <message>
        <source>原来针对</source>
        <translation>It was about</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>定位到此处</source>
        <translation>Attach here</translation>
    </message>
    <message>
        <source>改为针对（窗口中当前选中处）</source>
        <translation>From now on about (what is chosen in the window)</translation>
    </message>
    <message>
        <source>重新定位</source>
        <translation>Attach</translation>
    </message>
</context>
<context>
    <name>ReplyDialog</name>
    <message>
        <source>{0}(&amp;W)</source>
        <translation>{0} (&amp;W)</translation>
    </message>
    <message>
        <source>回复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>回复(&amp;R)</source>
        <translation>&amp;Reply</translation>
    </message>
    <message>
        <source>回复的内容</source>
        <translation>Words of the reply</translation>
    </message>
    <message>
        <source>对这一条没有意见，可以不写内容</source>
        <translation>No opinion on this entry; words may stay empty</translation>
    </message>
    <message>
        <source>文字太长，请精简。</source>
        <translation>The text is too long; please shorten it.</translation>
    </message>
    <message>
        <source>编辑回复</source>
        <translation>Edit reply</translation>
    </message>
    <message>
        <source>请填写回复，或勾选“无意见”。</source>
        <translation>Please enter a reply, or tick &quot;No opinion&quot;.</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>不明</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>不能用</source>
        <translation>Unusable</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from backup</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>备份时间</source>
        <translation>Made at</translation>
    </message>
    <message>
        <source>完好</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>恢复(&amp;R)…</source>
        <translation>&amp;Restore...</translation>
    </message>
    <message>
        <source>条目</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>核验</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>正在核验备份…</source>
        <translation>Checking the backups...</translation>
    </message>
    <message>
        <source>每次恢复之前，现在的审阅文件会先留一份备份，不会丢失。另存的审阅文件用“导入审阅”打开。</source>
        <translation>Before each restore the present review file is backed up, so that nothing is lost. Files saved elsewhere are opened by &quot;Import Review&quot;.</translation>
    </message>
    <message>
        <source>现在的审阅文件：{0}，有 {1} 条（包括分配数、征求意见单位等）。</source>
        <translation>The review file now: {0}, {1} entries (numbers of scenarios, offices asked and the like included).</translation>
    </message>
    <message>
        <source>现在的审阅文件：{0}，读不出来。</source>
        <translation>The present review file: {0}, it can&apos;t be read.</translation>
    </message>
    <message>
        <source>还没有备份。录入之后，程序每天、录入期间每小时、并入审阅包之前自动备份。</source>
        <translation>There are no backups yet. Once something is entered, one is made each day, each hour of work, and before a package is taken in.</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>{0}中有看不见的或改变方向的字符，或者过长</source>
        <translation>{0}: holds characters that can&apos;t be seen or that turn the direction of writing, or is too long</translation>
    </message>
    <message>
        <source>不同意</source>
        <translation>Disagree</translation>
    </message>
    <message>
        <source>不是审阅文件，或文件头已损坏：{0}。文件未改动；请核对路径，或从备份恢复</source>
        <translation>Not a review file, or its header is damaged: {0}. The file was left as it was; check the path, or restore from a backup</translation>
    </message>
    <message>
        <source>不采纳</source>
        <translation>Not adopted</translation>
    </message>
    <message>
        <source>两份审阅中有编号相同而内容不同的条目，不能合并</source>
        <translation>Two reviews hold entries of one number and different content; they can&apos;t be merged</translation>
    </message>
    <message>
        <source>两稿并存</source>
        <translation>Two drafts</translation>
    </message>
    <message>
        <source>代录</source>
        <translation>Entered on behalf</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>全文</source>
        <translation>Whole text</translation>
    </message>
    <message>
        <source>写出的副本读回时不一致，没有保存：{0}。请检查磁盘，或另选位置</source>
        <translation>The copy differed when read back and was not kept: {0}. Check the disk, or choose another place</translation>
    </message>
    <message>
        <source>分配数</source>
        <translation>Allotment</translation>
    </message>
    <message>
        <source>副职</source>
        <translation>Deputy</translation>
    </message>
    <message>
        <source>历次修改</source>
        <translation>earlier states</translation>
    </message>
    <message>
        <source>原处</source>
        <translation>in place</translation>
    </message>
    <message>
        <source>另一版本，原文相同</source>
        <translation>another version, same words</translation>
    </message>
    <message>
        <source>另一版本，原文相近</source>
        <translation>another version, similar words</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>回复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>存疑</source>
        <translation>Doubtful</translation>
    </message>
    <message>
        <source>审阅文件中有条目的内容与编号不符，可能被改动过（第 {1} 条）：{0}。{2}</source>
        <translation>An entry in the review file doesn&apos;t match its id and may have been altered (number {1}): {0}. To go on, {2}</translation>
    </message>
    <message>
        <source>审阅文件已损坏：{0}。损坏的文件留在原处；{1}</source>
        <translation>The review file is damaged: {0}. The damaged file was left in place; {1}</translation>
    </message>
    <message>
        <source>审阅文件已被移走、删除或替换：{0}。此后录入的内容无法保存，请先复制；再用“另存审阅”留存已有条目，然后重新打开本程序</source>
        <translation>The review file was moved, deleted or replaced: {0}. What is entered from now on can&apos;t be saved: copy it first; then keep the existing entries with Save Review As, and start the program again</translation>
    </message>
    <message>
        <source>审阅文件所在的文件夹不可写：{0}。请换到可写的文件夹，或联系管理员授权后重试</source>
        <translation>The review file&apos;s folder can&apos;t be written to: {0}. Use a folder that can, or ask the administrator for permission, and try again</translation>
    </message>
    <message>
        <source>审阅文件无法读写：{0}（{1}）。请检查磁盘与路径后重试</source>
        <translation>The review file can&apos;t be read or written: {0} ({1}). Check the disk and the path, and try again</translation>
    </message>
    <message>
        <source>审阅文件是只读的：{0}。请取消文件的只读属性，或联系管理员授权后重试</source>
        <translation>The review file is read-only: {0}. Clear its read-only attribute, or ask the administrator for permission, and try again</translation>
    </message>
    <message>
        <source>审阅文件正被另一个窗口或程序占用：{0}。请稍候重试，或先关闭占用它的程序</source>
        <translation>The review file is in use by another window or program: {0}. Try again in a moment, or close that program first</translation>
    </message>
    <message>
        <source>审阅文件由较新版本的程序写成（格式 {1}，本程序只认到 {2}）：{0}。原文件未改动，请升级本程序</source>
        <translation>The review file was written by a newer version of the program (format {1}; this one knows up to {2}): {0}. The file was left as it was; please update this program</translation>
    </message>
    <message>
        <source>对应审阅</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>已审</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>已有同名文件且不是审阅文件，没有覆盖：{0}。请另选文件名</source>
        <translation>A file of that name exists and is no review file; it was not overwritten: {0}. Choose another file name</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Proposal</translation>
    </message>
    <message>
        <source>录入</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>录入人的单位</source>
        <translation>the author&apos;s office</translation>
    </message>
    <message>
        <source>录入人的姓名</source>
        <translation>the author&apos;s name</translation>
    </message>
    <message>
        <source>录入时间</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>征求意见单位</source>
        <translation>Offices asked</translation>
    </message>
    <message>
        <source>待研究</source>
        <translation>Under study</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>所在的位置</source>
        <translation>the place</translation>
    </message>
    <message>
        <source>找不到审阅文件：{0}。请核对路径，或从备份恢复</source>
        <translation>Review file not found: {0}. Check the path, or restore from a backup</translation>
    </message>
    <message>
        <source>承办人</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>提出人</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>提出单位</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>the text</translation>
    </message>
    <message>
        <source>无意见</source>
        <translation>No opinion</translation>
    </message>
    <message>
        <source>有分歧</source>
        <translation>Disputed</translation>
    </message>
    <message>
        <source>未处理</source>
        <translation>Not handled</translation>
    </message>
    <message>
        <source>未审</source>
        <translation>Not reviewed</translation>
    </message>
    <message>
        <source>未对应</source>
        <translation>Not matched</translation>
    </message>
    <message>
        <source>未能定位</source>
        <translation>No place found</translation>
    </message>
    <message>
        <source>本规定中没有这一处，不能在此录入</source>
        <translation>This provision has no such place; nothing can be entered there</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>条目格式不对：{0}</source>
        <translation>An entry has the wrong form: {0}</translation>
    </message>
    <message>
        <source>条目的内容与其编号不符，可能被改动过</source>
        <translation>The content of an entry does not fit its number; it may have been altered</translation>
    </message>
    <message>
        <source>条目的种类</source>
        <translation>the kind of entry</translation>
    </message>
    <message>
        <source>栏目名称</source>
        <translation>the column&apos;s name</translation>
    </message>
    <message>
        <source>正职</source>
        <translation>Chief</translation>
    </message>
    <message>
        <source>没有权限读取审阅文件：{0}。请联系管理员授权后重试</source>
        <translation>No permission to read the review file: {0}. Ask the administrator for permission and try again</translation>
    </message>
    <message>
        <source>没有选中文字，不能在此录入</source>
        <translation>No words are selected; nothing can be entered there</translation>
    </message>
    <message>
        <source>现在没有可以审阅的三定规定，录入的内容无处保存</source>
        <translation>There is no provision to review now, and nowhere to keep what is entered</translation>
    </message>
    <message>
        <source>疑问</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>磁盘空间不足，无法写入：{0}。请清理磁盘后重试，或另存到其他磁盘</source>
        <translation>Not enough room on the disk to write: {0}. Free some space and try again, or save to another disk</translation>
    </message>
    <message>
        <source>编制分配方案</source>
        <translation>Allocation scenario</translation>
    </message>
    <message>
        <source>请用“审阅→从备份恢复”换用完好的备份</source>
        <translation>use Review → Restore from Backup to go back to a sound backup</translation>
    </message>
    <message>
        <source>还没有填写审阅人，请先在“审阅”菜单中填写</source>
        <translation>It is not known who reviews; please enter it in the Review menu first</translation>
    </message>
    <message>
        <source>这份备份不完整或不可用，没有恢复：{0}。请另选一份备份</source>
        <translation>This backup is incomplete or unusable; nothing was restored: {0}. Choose another backup</translation>
    </message>
    <message>
        <source>这就是正在使用的审阅文件，不必另存：{0}。请另选文件名</source>
        <translation>This is the review file in use: {0}. Choose another file name</translation>
    </message>
    <message>
        <source>这是其他用途的数据库，不是审阅文件：{0}。文件未改动；请核对路径，或移走后重试</source>
        <translation>This database serves another purpose and is no review file: {0}. The file was left as it was; check the path, or move it away and try again</translation>
    </message>
    <message>
        <source>这是文件夹，不是审阅文件：{0}。请另选文件名</source>
        <translation>This is a folder, not a review file: {0}. Choose another file name</translation>
    </message>
    <message>
        <source>选中的文字超过 {0} 字，请少选一些</source>
        <translation>More than {0} characters are selected; please select fewer</translation>
    </message>
    <message>
        <source>部分采纳</source>
        <translation>Partly adopted</translation>
    </message>
    <message>
        <source>采纳</source>
        <translation>Adopted</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>两稿并存</source>
        <translation>Two drafts</translation>
    </message>
    <message>
        <source>也列出已撤回的条目</source>
        <translation>List withdrawn entries, too</translation>
    </message>
    <message>
        <source>全部单位</source>
        <translation>All offices</translation>
    </message>
    <message>
        <source>全部情况</source>
        <translation>All outcomes</translation>
    </message>
    <message>
        <source>全部提出人</source>
        <translation>All persons</translation>
    </message>
    <message>
        <source>全部条款</source>
        <translation>All clauses</translation>
    </message>
    <message>
        <source>全部类别</source>
        <translation>All categories</translation>
    </message>
    <message>
        <source>共 {0} 条，显示 {1} 条</source>
        <translation>Entries: {0}, shown: {1}</translation>
    </message>
    <message>
        <source>只看两处修改过、尚未合并的条目</source>
        <translation>Only entries changed in two places and not merged yet</translation>
    </message>
    <message>
        <source>只看在本规定中找不到原来位置的条目</source>
        <translation>Only entries whose place is not found in this provision</translation>
    </message>
    <message>
        <source>同一处的条目放在一起，标明单位数和有无分歧</source>
        <translation>Entries on one place together, with the number of offices and whether they differ</translation>
    </message>
    <message>
        <source>含已撤回</source>
        <translation>With withdrawn</translation>
    </message>
    <message>
        <source>导入审阅…</source>
        <translation>Import review...</translation>
    </message>
    <message>
        <source>导出与汇总 ▾</source>
        <translation>Hand on ▾</translation>
    </message>
    <message>
        <source>导出审阅…</source>
        <translation>Export review...</translation>
    </message>
    <message>
        <source>展开或收起筛选条件</source>
        <translation>Show or hide the filters</translation>
    </message>
    <message>
        <source>意见汇总表…</source>
        <translation>Summary of opinions...</translation>
    </message>
    <message>
        <source>按条款归并</source>
        <translation>By clause</translation>
    </message>
    <message>
        <source>按词筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>按词筛选条目</source>
        <translation>Filter entries by words</translation>
    </message>
    <message>
        <source>提出人</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>提出单位</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>未定位</source>
        <translation>No place</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>添加意见…</source>
        <translation>Add an opinion...</translation>
    </message>
    <message>
        <source>筛选 ▴</source>
        <translation>Filters ▴</translation>
    </message>
    <message>
        <source>筛选 ▾</source>
        <translation>Filters ▾</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>采纳情况</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>针对窗口中选中的机构、职责或文字；没有选中时针对规定全文</source>
        <translation>On the unit, duty or words chosen in the window; on the whole provision where nothing is</translation>
    </message>
</context>
<context>
    <name>ReviewDesk</name>
    <message>
        <source>“{0}”之后又被改动过，不能撤销或重做</source>
        <translation>&quot;{0}&quot; was changed since; it can&apos;t be undone or redone</translation>
    </message>
    <message>
        <source>不能录入</source>
        <translation>Nothing can be entered</translation>
    </message>
    <message>
        <source>已保存：{0}</source>
        <translation>Saved: {0}</translation>
    </message>
    <message>
        <source>已撤销：{0}</source>
        <translation>Undone: {0}</translation>
    </message>
    <message>
        <source>已重做：{0}</source>
        <translation>Redone: {0}</translation>
    </message>
    <message>
        <source>没有可撤销的录入</source>
        <translation>There is no entry to undo</translation>
    </message>
    <message>
        <source>现在录入的内容无法保存，所以没有打开录入窗口。
{0}</source>
        <translation>What you enter now can&apos;t be saved, so nothing was opened to enter it in.
{0}</translation>
    </message>
</context>
<context>
    <name>ReviewHelp</name>
    <message>
        <source>1. 点中一个机构、一项职责、一条变化，或在原文里选中几个字，按 Ctrl+I（也可右键）添加意见。</source>
        <translation>1. Click a unit, a duty or a change, or mark words in the text, and press Ctrl+I (or right-click) to add an opinion.</translation>
    </message>
    <message>
        <source>2. 在“职责对应”里选中一处对应，按 A 同意、D 不同意、Q 存疑，可以写理由、建议其他机构。</source>
        <translation>2. In &quot;Duty Map&quot; choose a correspondence and press A to agree, D to disagree or Q to doubt; a reason and another unit can be given.</translation>
    </message>
    <message>
        <source>3. “审阅”（Ctrl+8）列出全部条目，在那里回复、填采纳情况、编辑、撤回；录错了按 Ctrl+Z。</source>
        <translation>3. &quot;Review&quot; (Ctrl+8) lists all entries: reply to them, say whether they are adopted, edit or withdraw them there; Ctrl+Z undoes a slip.</translation>
    </message>
    <message>
        <source>4. 别的单位送来的纸质意见，录入时勾选“代录”；没有意见的单位用“审阅”菜单的“无意见”。</source>
        <translation>4. For an opinion that another office sent on paper tick &quot;on behalf&quot;; for an office without one use &quot;No Opinion&quot; in the review menu.</translation>
    </message>
    <message>
        <source>5. “编制方案”（Ctrl+9）可以试着分配编制和职数；那只是录入的设想，不是规定。</source>
        <translation>5. In &quot;Allocation&quot; (Ctrl+9) staff and posts can be spread over units: an idea that is entered, not what is provided.</translation>
    </message>
    <message>
        <source>6. 用“导出审阅”存成一个文件交给汇总人；汇总人用“导入审阅”一次选几份，先预览再并入。</source>
        <translation>6. &quot;Export Review&quot; makes one file for whoever collects them, who takes several in by &quot;Import Review&quot;, after a preview.</translation>
    </message>
    <message>
        <source>7. 汇总人在“征求意见单位”里登记问过谁，再打印意见汇总表、审阅报告，或存为 Word、Excel。</source>
        <translation>7. Who collects them enters under &quot;Offices Asked&quot; who was asked, then prints the summary of opinions and the report, or saves them for Word or Excel.</translation>
    </message>
    <message>
        <source>8. 显示“已保存”就已写入磁盘，并自动备份，可用“从备份恢复”取回。规定和数据库从不改动。</source>
        <translation>8. What is said to be saved is on disk and is backed up; &quot;Restore from Backup&quot; brings it back. The provision and the database never change.</translation>
    </message>
    <message>
        <source>怎样审阅</source>
        <translation>How to Review</translation>
    </message>
</context>
<context>
    <name>ReviewPackage</name>
    <message>
        <source>两个文件同名</source>
        <translation>two files of one name</translation>
    </message>
    <message>
        <source>压缩数据</source>
        <translation>compressed data</translation>
    </message>
    <message>
        <source>审阅包不完整或结构不对（{0}），未导入，请对方重新导出后再传</source>
        <translation>The review package is incomplete or wrongly built ({0}) and was not imported; please have it exported again</translation>
    </message>
    <message>
        <source>审阅包中有不合格式的条目，未导入：{0}</source>
        <translation>The review package holds entries of the wrong form and was not imported: {0}</translation>
    </message>
    <message>
        <source>审阅包加了密，本程序不能读取，请对方导出后不要再加密</source>
        <translation>The review package is encrypted and can&apos;t be read; please have it sent without</translation>
    </message>
    <message>
        <source>审阅包由更新版本的程序导出（格式 {0}，本程序读到格式 {1}），请升级本程序后再导入</source>
        <translation>The review package was made by a newer version (format {0}; this program reads up to format {1}); please update this program first</translation>
    </message>
    <message>
        <source>审阅包的内容与清单不符，可能被改动过或已损坏，未导入，请对方重新导出</source>
        <translation>The review package does not fit its manifest; it may be altered or damaged and was not imported. Please have it exported again</translation>
    </message>
    <message>
        <source>审阅包解压后过大，未导入</source>
        <translation>The review package is too large when unpacked and was not imported</translation>
    </message>
    <message>
        <source>所含文件不是审阅包应有的</source>
        <translation>files that don&apos;t belong in a review package</translation>
    </message>
    <message>
        <source>文件位置</source>
        <translation>place of a file</translation>
    </message>
    <message>
        <source>文件名</source>
        <translation>name of a file</translation>
    </message>
    <message>
        <source>文件头</source>
        <translation>header of a file</translation>
    </message>
    <message>
        <source>文件超过 {0} MiB，不像是审阅包，未导入</source>
        <translation>The file is over {0} MiB, unlike a review package, and was not imported</translation>
    </message>
    <message>
        <source>文件过多</source>
        <translation>too many files</translation>
    </message>
    <message>
        <source>条目</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>条目的修改记录</source>
        <translation>record of changes of an entry</translation>
    </message>
    <message>
        <source>条目超过 {0} 条，请分几次导出</source>
        <translation>There are more than {0} entries; please export them in several parts</translation>
    </message>
    <message>
        <source>条目过多</source>
        <translation>too many entries</translation>
    </message>
    <message>
        <source>条目过多，一个审阅包装不下，请分几次导出</source>
        <translation>There are too many entries for one package; please export them in several parts</translation>
    </message>
    <message>
        <source>条目重复</source>
        <translation>an entry twice</translation>
    </message>
    <message>
        <source>校验和</source>
        <translation>checksum</translation>
    </message>
    <message>
        <source>没有清单</source>
        <translation>no manifest</translation>
    </message>
    <message>
        <source>清单</source>
        <translation>manifest</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>directory</translation>
    </message>
    <message>
        <source>结尾</source>
        <translation>end</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>这不是审阅包，请选择由本程序导出的 .eitcreview 文件</source>
        <translation>This is no review package; please choose an .eitcreview file exported by this program</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>在原文中显示</source>
        <translation>Show in source text</translation>
    </message>
    <message>
        <source>复制为表格</source>
        <translation>Copy as table</translation>
    </message>
    <message>
        <source>已保存；按现在的筛选，这一条不显示。</source>
        <translation>Saved; the filters in force don&apos;t show this entry.</translation>
    </message>
    <message>
        <source>已复制 {0} 条，可粘贴到表格</source>
        <translation>Entries copied for a spreadsheet: {0}</translation>
    </message>
    <message>
        <source>请先选中一条，再复制。</source>
        <translation>Please choose an entry first.</translation>
    </message>
</context>
<context>
    <name>ReviewPane</name>
    <message>
        <source>到筛选框</source>
        <translation>Go to filter</translation>
    </message>
    <message>
        <source>在本规定中没有找到它原来的位置。</source>
        <translation>Its place was not found in this provision.</translation>
    </message>
    <message>
        <source>清除筛选，回到条目表</source>
        <translation>Clear the filters, back to the entries</translation>
    </message>
    <message>
        <source>请先在机构树、原文等处选中它应在的位置，再点“重新定位…”。</source>
        <translation>First choose the place where it belongs in the units, the text or elsewhere, then press &quot;Attach...&quot;.</translation>
    </message>
    <message>
        <source>这一条针对规定全文，没有具体位置。</source>
        <translation>This entry is about the whole provision and has no place of its own.</translation>
    </message>
</context>
<context>
    <name>ReviewParts</name>
    <message>
        <source>审阅 {0}</source>
        <translation>Review {0}</translation>
    </message>
    <message>
        <source>添加意见…</source>
        <translation>Add an opinion...</translation>
    </message>
</context>
<context>
    <name>ReviewSight</name>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>同意未对应</source>
        <translation>Agrees: none</translation>
    </message>
    <message>
        <source>建议修改为</source>
        <translation>Proposed wording</translation>
    </message>
    <message>
        <source>建议对应</source>
        <translation>Proposed unit</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>ReviewWays</name>
    <message>
        <source>在本规定中没有找到它原来的位置。</source>
        <translation>Its place was not found in this provision.</translation>
    </message>
    <message>
        <source>审阅没有打开</source>
        <translation>The review was not opened</translation>
    </message>
</context>
<context>
    <name>ReviewerDialog</name>
    <message>
        <source>例如 市财政局行政政法处</source>
        <translation>for example Municipal Finance Bureau</translation>
    </message>
    <message>
        <source>例如 王芳</source>
        <translation>for example Wang Fang</translation>
    </message>
    <message>
        <source>修改后只用于以后录入的条目；此前录入的仍是当时的姓名、单位。</source>
        <translation>A change applies to entries made from now on; earlier ones keep the name and office they were made with.</translation>
    </message>
    <message>
        <source>单位(&amp;O)</source>
        <translation>&amp;Office</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>只问这一次，以后可在“审阅”菜单中修改。</source>
        <translation>This is asked only once; you can change it later in the Review menu.</translation>
    </message>
    <message>
        <source>姓名(&amp;N)</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>审阅人</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>您录入的每一条都会记下姓名、单位和时间，并随导出的审阅一起带走。</source>
        <translation>Each of your entries notes your name, your office and the time, and exported reviews carry them along.</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>{0}的对象</source>
        <translation>partner ({0})</translation>
    </message>
</context>
<context>
    <name>SaveAs</name>
    <message>
        <source>另存审阅</source>
        <translation>Save review as</translation>
    </message>
    <message>
        <source>审阅文件 (*.review.db)</source>
        <translation>Review files (*.review.db)</translation>
    </message>
    <message>
        <source>已另存到 {0}

这是全部审阅的副本，含历次修改，不加密。此后录入的内容仍保存在原来的审阅文件中。</source>
        <translation>Saved to {0}

This is a copy of the whole review with all states, not encrypted. What is entered from now on still goes into the original review file.</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>查找</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>查找 Ctrl+K</source>
        <translation>Search Ctrl+K</translation>
    </message>
</context>
<context>
    <name>SearchDesk</name>
    <message>
        <source>没有找到“{0}”。
可查机构、职责分项、职能转变、编制职数、分工事项和条款中的字词，一个字起；几个词以空格分开，须同时出现。机构名称也可用拼音或首字母，如 bgs。按条款序号查找请用“转到条款”（Ctrl+G）。</source>
        <translation>Nothing found for &quot;{0}&quot;.
Units, duty items, function changes, staffing quotas, shared matters and clauses can be searched for words, from one character up; several words, parted by spaces, must all be there. Names of units are also found by pinyin or initials, such as bgs. For the number of a clause use &quot;Go to clause&quot; (Ctrl+G).</translation>
    </message>
</context>
<context>
    <name>SearchHitsModel</name>
    <message>
        <source>分工事项</source>
        <translation>Shared matters</translation>
    </message>
    <message>
        <source>前 {0} 条</source>
        <translation>first {0}</translation>
    </message>
    <message>
        <source>机构</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clauses</translation>
    </message>
    <message>
        <source>编制职数</source>
        <translation>Staffing quotas</translation>
    </message>
    <message>
        <source>职能转变</source>
        <translation>Function changes</translation>
    </message>
    <message>
        <source>职责分项</source>
        <translation>Duty items</translation>
    </message>
</context>
<context>
    <name>SearchPopup</name>
    <message>
        <source>查找结果</source>
        <translation>Search results</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>上次打开的数据库找不到了：{0}
现在打开的是随程序提供的数据库。</source>
        <translation>The database opened last time was not found: {0}
The one that comes with the program is open instead.</translation>
    </message>
    <message>
        <source>打开数据库</source>
        <translation>Open database</translation>
    </message>
    <message>
        <source>文字大小 {0}%</source>
        <translation>Text size {0}%</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>不是 UTF-8 文本</source>
        <translation>not UTF-8 text</translation>
    </message>
    <message>
        <source>不是普通文件</source>
        <translation>not an ordinary file</translation>
    </message>
    <message>
        <source>内容残缺或格式不对</source>
        <translation>incomplete or malformed</translation>
    </message>
    <message>
        <source>内容过多</source>
        <translation>too much content</translation>
    </message>
    <message>
        <source>原来的设置文件无法读取，也无法移开</source>
        <translation>the old settings file can be neither read nor moved away</translation>
    </message>
    <message>
        <source>同名的是一个文件夹</source>
        <translation>a folder has this name</translation>
    </message>
    <message>
        <source>文件过大</source>
        <translation>the file is too large</translation>
    </message>
    <message>
        <source>有些设置无法识别，已改用默认值。原来的设置文件：{0}</source>
        <translation>Some settings were not recognised; defaults are used instead. The old settings file: {0}</translation>
    </message>
    <message>
        <source>没有恢复默认设置（{0}）：{1}。本次按默认设置打开，下次仍用原来的设置</source>
        <translation>Default settings could not be restored ({0}): {1}. This time the defaults are used; next time the old settings apply again</translation>
    </message>
    <message>
        <source>设置文件已损坏（{0}），已改用默认设置。原来的文件移到了 {1}</source>
        <translation>The settings file is damaged ({0}); defaults are used instead. The old file was moved to {1}</translation>
    </message>
    <message>
        <source>设置文件无法读取（{0}）：{1}。本次按默认设置打开，不改动该文件</source>
        <translation>The settings file cannot be read ({0}): {1}. This time the defaults are used; the file is left as it is</translation>
    </message>
    <message>
        <source>设置没有保存（{0}）：{1}。程序可以照常使用，但关闭后不会记住这次的设置</source>
        <translation>The settings were not saved ({0}): {1}. You can go on working, but they will be forgotten when you close the program</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>关闭设置后生效，窗口会重新打开。</source>
        <translation>Takes effect when the settings close; the window opens anew.</translation>
    </message>
    <message>
        <source>在原文中按类别标出事实(&amp;U)</source>
        <translation>&amp;Underline facts by kind in the source text</translation>
    </message>
    <message>
        <source>外观(&amp;A)</source>
        <translation>&amp;Appearance</translation>
    </message>
    <message>
        <source>外观和文字大小改动后立即生效。</source>
        <translation>Appearance and text size change at once.</translation>
    </message>
    <message>
        <source>恢复默认设置(&amp;R)</source>
        <translation>&amp;Restore defaults</translation>
    </message>
    <message>
        <source>文字大小(&amp;T)</source>
        <translation>&amp;Text size</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>界面语言(&amp;L)</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>Follow the system</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>{0} 处提示，例如 {1}</source>
        <translation>{0} hints, for example {1}</translation>
    </message>
    <message>
        <source>删去单位 {0}</source>
        <translation>Remove body {0}</translation>
    </message>
    <message>
        <source>填写 {0} 格</source>
        <translation>Fill {0} cells</translation>
    </message>
    <message>
        <source>没有录入 {0}：{1}</source>
        <translation>Not entered, {0}: {1}</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>cleared</translation>
    </message>
    <message>
        <source>说明：{0}</source>
        <translation>Note: {0}</translation>
    </message>
</context>
<context>
    <name>SourcePane</name>
    <message>
        <source>全选</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>到此条款</source>
        <translation>Go to this clause</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Source text</translation>
    </message>
    <message>
        <source>在原文中显示</source>
        <translation>Show in source text</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>复制条款原文（含出处）</source>
        <translation>Copy the clause with citation</translation>
    </message>
    <message>
        <source>复制（含出处）</source>
        <translation>Copy with citation</translation>
    </message>
    <message>
        <source>审阅意见 {0} 条（录入）</source>
        <translation>Opinions of reviewers: {0} (entered)</translation>
    </message>
    <message>
        <source>对选中文字提意见…</source>
        <translation>Opinion on the selected words...</translation>
    </message>
    <message>
        <source>已复制（含出处）：{0}</source>
        <translation>Copied with citation: {0}</translation>
    </message>
    <message>
        <source>打开：{0}</source>
        <translation>Open: {0}</translation>
    </message>
    <message>
        <source>条款内没有识读出的事实 · {1}</source>
        <translation>No facts read in this clause · {1}</translation>
    </message>
    <message>
        <source>条款内的事实 {0} 项 · {1}</source>
        <translation>Facts in this clause: {0} · {1}</translation>
    </message>
    <message>
        <source>条款目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>查看详情</source>
        <translation>Show details</translation>
    </message>
    <message>
        <source>此处没有可复制的文字。</source>
        <translation>There is no text to copy here.</translation>
    </message>
    <message>
        <source>此处没有识读出的事实 · {1}</source>
        <translation>No facts read here · {1}</translation>
    </message>
    <message>
        <source>此处没有识读出的事实。</source>
        <translation>No facts read here.</translation>
    </message>
    <message>
        <source>此处的事实</source>
        <translation>Facts here</translation>
    </message>
    <message>
        <source>此处的事实 {0} 项 · {1}</source>
        <translation>Facts here: {0} · {1}</translation>
    </message>
    <message>
        <source>请先选中要提意见的文字。</source>
        <translation>Select the words first that the opinion is on.</translation>
    </message>
</context>
<context>
    <name>SplitNotes</name>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>与{0}同一主题：两处均有“{1}”</source>
        <translation>On the same subject as {0}: both say &quot;{1}&quot;</translation>
    </message>
    <message>
        <source>同一主题</source>
        <translation>Same subject</translation>
    </message>
    <message>
        <source>核查结果</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>涉及领域</source>
        <translation>Field concerned</translation>
    </message>
    <message>
        <source>职能转变</source>
        <translation>Function changes</translation>
    </message>
</context>
<context>
    <name>SplitTable</name>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>在原文中显示</source>
        <translation>Show in the source text</translation>
    </message>
    <message>
        <source>复制为表格</source>
        <translation>Copy as a table</translation>
    </message>
    <message>
        <source>复制（含出处）</source>
        <translation>Copy with citation</translation>
    </message>
    <message>
        <source>部门间职责分工表</source>
        <translation>Table of shared responsibilities</translation>
    </message>
</context>
<context>
    <name>Splits</name>
    <message>
        <source>与{0}</source>
        <translation>With {0}</translation>
    </message>
    <message>
        <source>未读出分工事项</source>
        <translation>No shared matter was read</translation>
    </message>
    <message>
        <source>未载明对本事项整体牵头的单位</source>
        <translation>No lead for the whole matter is stated</translation>
    </message>
    <message>
        <source>部门间职责分工</source>
        <translation>Shared responsibilities</translation>
    </message>
</context>
<context>
    <name>SplitsModel</name>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>协调机制</source>
        <translation>Coordinating mechanism</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Source text</translation>
    </message>
    <message>
        <source>原文未载明其角色</source>
        <translation>Its role is not stated in the source text</translation>
    </message>
    <message>
        <source>原文未载明协调机制</source>
        <translation>No coordinating mechanism is stated in the source text</translation>
    </message>
    <message>
        <source>原文用语</source>
        <translation>As worded</translation>
    </message>
    <message>
        <source>整体牵头</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>未载明</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
</context>
<context>
    <name>SplitsPane</name>
    <message>
        <source>已复制 {0} 个事项，可粘贴到表格</source>
        <translation>Rows copied, ready for a spreadsheet: {0}</translation>
    </message>
    <message>
        <source>已复制（含出处）：{0}</source>
        <translation>Copied with citation: {0}</translation>
    </message>
    <message>
        <source>本规定未载明部门间职责分工。</source>
        <translation>This provision states no shared responsibilities.</translation>
    </message>
    <message>
        <source>请先选中一个分工事项，再复制。</source>
        <translation>Choose a shared matter first, then copy.</translation>
    </message>
</context>
<context>
    <name>StanceBar</name>
    <message>
        <source>不同意</source>
        <translation>Disagree</translation>
    </message>
    <message>
        <source>同意</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>同意未对应</source>
        <translation>Agree: none</translation>
    </message>
    <message>
        <source>存疑</source>
        <translation>Doubtful</translation>
    </message>
    <message>
        <source>审阅</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>已选，再按撤回</source>
        <translation>chosen, press again to withdraw</translation>
    </message>
    <message>
        <source>建议对应…</source>
        <translation>Propose a unit...</translation>
    </message>
    <message>
        <source>未选</source>
        <translation>not chosen</translation>
    </message>
    <message>
        <source>理由…</source>
        <translation>Reason...</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>依据 {0}</source>
        <translation>Basis {0}</translation>
    </message>
    <message>
        <source>内容与原文不一致</source>
        <translation>Content differs from its source</translation>
    </message>
    <message>
        <source>录入日期 {0}</source>
        <translation>Entered on {0}</translation>
    </message>
    <message>
        <source>打开的数据库：{0}</source>
        <translation>Open database: {0}</translation>
    </message>
    <message>
        <source>时效 {0}</source>
        <translation>Validity: {0}</translation>
    </message>
    <message>
        <source>时效 {0}（录入）</source>
        <translation>Validity: {0} (entered)</translation>
    </message>
    <message>
        <source>是否现行有效，原文不载明：由使用者核实后录入，只存在本机。</source>
        <translation>The source does not state whether it is in force: you enter that after checking, and it is kept on this computer only.</translation>
    </message>
    <message>
        <source>未识别 {0} 句 · 核查结果 {1} 条</source>
        <translation>Unrecognised: {0} · Findings: {1}</translation>
    </message>
    <message>
        <source>没有打开的三定规定</source>
        <translation>No provision open</translation>
    </message>
    <message>
        <source>状态栏</source>
        <translation>Status bar</translation>
    </message>
    <message>
        <source>程序识读了多少，核查中注意到什么</source>
        <translation>How much was read, and what was noticed</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>{0} 字</source>
        <translation>{0} characters</translation>
    </message>
    <message>
        <source>{0} 字，最多 {1} 字</source>
        <translation>{0} characters, at most {1}</translation>
    </message>
</context>
<context>
    <name>TotalsFoot</name>
    <message>
        <source>合计与规定载明的总数</source>
        <translation>Sums and stated totals</translation>
    </message>
    <message>
        <source>合计（已填格数）</source>
        <translation>Sum (cells filled)</translation>
    </message>
    <message>
        <source>未分列</source>
        <translation>not split</translation>
    </message>
    <message>
        <source>未载明</source>
        <translation>not stated</translation>
    </message>
</context>
<context>
    <name>TreePane</name>
    <message>
        <source>可输入机构名称、括号内名称、牌子，或其拼音、首字母；也可输入序号、领导职务或其名数</source>
        <translation>Type the name of a unit, a name in brackets or a nameplate, in characters, pinyin or initials; or a number, a leadership post or its count</translation>
    </message>
    <message>
        <source>在原文中显示</source>
        <translation>Show in source text</translation>
    </message>
    <message>
        <source>复制（含出处）</source>
        <translation>Copy with citation</translation>
    </message>
    <message>
        <source>已复制（含出处）：{0}</source>
        <translation>Copied with citation: {0}</translation>
    </message>
    <message>
        <source>按名称、拼音、序号或职务筛选</source>
        <translation>Filter by name, pinyin or post</translation>
    </message>
    <message>
        <source>机构树</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>没有符合“{0}”的机构或职务。
可按名称、拼音、序号、职务查找；编制总数和其他职数不在机构树中，见机关的“详情”。</source>
        <translation>No unit or post matches &quot;{0}&quot;.
Search by name, pinyin, number or post. Totals of the establishment and other posts are not in this tree: see the agency&apos;s details.</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filter</translation>
    </message>
    <message>
        <source>筛选机构树</source>
        <translation>Filter the units</translation>
    </message>
    <message>
        <source>请先选中一个机构或职务，再复制。</source>
        <translation>Select a unit or a post first, then copy.</translation>
    </message>
</context>
<context>
    <name>UnitBox</name>
    <message>
        <source>名称、拼音或首字母</source>
        <translation>Name, pinyin or initials</translation>
    </message>
    <message>
        <source>处室</source>
        <translation>Divisions</translation>
    </message>
    <message>
        <source>筛选处室</source>
        <translation>Filter the divisions</translation>
    </message>
</context>
<context>
    <name>UnitCards</name>
    <message>
        <source>{0}（{1}）</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0}；字母后为项数，{1}2 即{2} 2 项</source>
        <translation>{0}; the number counts items: {1}2 means 2 items {2}</translation>
    </message>
    <message>
        <source>{0}；数字为意见数，{1} 后为有分歧的对应数</source>
        <translation>{0}; numbers count opinions, after {1} disputed links</translation>
    </message>
    <message>
        <source>不在本机关内</source>
        <translation>Outside this agency</translation>
    </message>
    <message>
        <source>审阅（录入）</source>
        <translation>Review (entered)</translation>
    </message>
    <message>
        <source>对应职责分项</source>
        <translation>Corresponding duty items</translation>
    </message>
    <message>
        <source>意见 {0} 条，有分歧的对应 {1} 项</source>
        <translation>opinions {0}, disputed links {1}</translation>
    </message>
    <message>
        <source>括号内名称</source>
        <translation>Name in brackets</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>none</translation>
    </message>
    <message>
        <source>没有；原文写有本机构的职责</source>
        <translation>none; the text gives this unit&apos;s own duties</translation>
    </message>
    <message>
        <source>涉及职能转变</source>
        <translation>Function changes</translation>
    </message>
    <message>
        <source>牌子</source>
        <translation>Nameplate</translation>
    </message>
    <message>
        <source>编制、职数</source>
        <translation>Establishment and posts</translation>
    </message>
    <message>
        <source>职数</source>
        <translation>Posts</translation>
    </message>
    <message>
        <source>设在本机关的机构未对应 {0} 个</source>
        <translation>Offices hosted in this body without a duty item: {0}</translation>
    </message>
</context>
<context>
    <name>UnitPages</name>
    <message>
        <source>{0} 个</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>{0}牌子</source>
        <translation>Nameplate ({0})</translation>
    </message>
    <message>
        <source>{0}（正、副未分列）</source>
        <translation>{0} (chief and deputy not told apart)</translation>
    </message>
    <message>
        <source>与{0}的职责分工</source>
        <translation>Responsibilities shared with {0}</translation>
    </message>
    <message>
        <source>主要职责</source>
        <translation>Main duties</translation>
    </message>
    <message>
        <source>主要职责（{0} 项）</source>
        <translation>Main duties ({0})</translation>
    </message>
    <message>
        <source>人员编制</source>
        <translation>Staffing</translation>
    </message>
    <message>
        <source>内设机构{0}</source>
        <translation>Division {0}</translation>
    </message>
    <message>
        <source>分管</source>
        <translation>Oversees</translation>
    </message>
    <message>
        <source>列入</source>
        <translation>Counted within</translation>
    </message>
    <message>
        <source>原文</source>
        <translation>Source text</translation>
    </message>
    <message>
        <source>合署办公</source>
        <translation>Co-location</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Names</translation>
    </message>
    <message>
        <source>名称与合署办公</source>
        <translation>Names and co-location</translation>
    </message>
    <message>
        <source>基本情况</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>实有</source>
        <translation>Actual staff</translation>
    </message>
    <message>
        <source>实际列出</source>
        <translation>Listed</translation>
    </message>
    <message>
        <source>所在机关（以下为机关数据）</source>
        <translation>Its agency (figures of the whole agency)</translation>
    </message>
    <message>
        <source>所属</source>
        <translation>Part of</translation>
    </message>
    <message>
        <source>括号内名称</source>
        <translation>Name in brackets</translation>
    </message>
    <message>
        <source>方括号内为程序编号，非原文编号。</source>
        <translation>Numbers in square brackets are the program&apos;s, not the source&apos;s.</translation>
    </message>
    <message>
        <source>未载明对本事项整体牵头的单位</source>
        <translation>No lead agency stated for the matter as a whole</translation>
    </message>
    <message>
        <source>本规定未载明各内设机构职责</source>
        <translation>This provision states no duties of single divisions</translation>
    </message>
    <message>
        <source>机关</source>
        <translation>Agency</translation>
    </message>
    <message>
        <source>机制</source>
        <translation>Mechanism</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Chapters</translation>
    </message>
    <message>
        <source>牌子</source>
        <translation>Nameplate</translation>
    </message>
    <message>
        <source>牵头</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>编制</source>
        <translation>Establishment</translation>
    </message>
    <message>
        <source>职数</source>
        <translation>Posts</translation>
    </message>
    <message>
        <source>职责</source>
        <translation>Duties</translation>
    </message>
    <message>
        <source>规格</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>规格、编制</source>
        <translation>Rank and establishment</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>解释与调整</source>
        <translation>Interpretation and adjustment</translation>
    </message>
    <message>
        <source>设在本机关的机构</source>
        <translation>Offices hosted here</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Set up</translation>
    </message>
    <message>
        <source>设置数</source>
        <translation>Stated number</translation>
    </message>
    <message>
        <source>部门间职责分工</source>
        <translation>Responsibilities shared between agencies</translation>
    </message>
    <message>
        <source>附则与引用</source>
        <translation>Closing clause and citations</translation>
    </message>
    <message>
        <source>领导职务</source>
        <translation>Leadership post</translation>
    </message>
</context>
<context>
    <name>UnitTreeModel</name>
    <message>
        <source>{}，列出 {}</source>
        <translation>{}, listed {}</translation>
    </message>
    <message>
        <source>内设机构</source>
        <translation>Divisions</translation>
    </message>
    <message>
        <source>分歧 {0}</source>
        <translation>Differing {0}</translation>
    </message>
    <message>
        <source>列出 {}</source>
        <translation>listed {}</translation>
    </message>
    <message>
        <source>原文 {}</source>
        <translation>stated {}</translation>
    </message>
    <message>
        <source>合署办公</source>
        <translation>co-located</translation>
    </message>
    <message>
        <source>审阅意见 {0} 条（录入）</source>
        <translation>Opinions of reviewers: {0} (entered)</translation>
    </message>
    <message>
        <source>意见 {0}</source>
        <translation>Opinions {0}</translation>
    </message>
    <message>
        <source>涉及职能转变：{0}</source>
        <translation>Function changes: {0}</translation>
    </message>
    <message>
        <source>牌子：{}</source>
        <translation>Nameplate: {}</translation>
    </message>
    <message>
        <source>职责对应有分歧 {0} 处（录入）</source>
        <translation>Reviewers differ on {0} correspondences (entered)</translation>
    </message>
    <message>
        <source>设在本机关的机构</source>
        <translation>Offices hosted here</translation>
    </message>
    <message>
        <source>领导职务</source>
        <translation>Leadership posts</translation>
    </message>
</context>
<context>
    <name>UnmappedItemsModel</name>
    <message>
        <source>未对应</source>
        <translation>Not matched</translation>
    </message>
    <message>
        <source>未对应；另与设在本机关的机构对应，不计入：{0}</source>
        <translation>Not matched; corresponds to an office hosted here, which is not counted: {0}</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>职责分项原文</source>
        <translation>Duty item</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>UnsavedSheet</name>
    <message>
        <source>不保存(&amp;N)</source>
        <translation>Do&amp;n&apos;t Save</translation>
    </message>
    <message>
        <source>保存(&amp;S)</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>刚输入的内容还没有保存。不保存就关闭，不会留下。</source>
        <translation>What was just typed is not saved. If you close without saving it is gone.</translation>
    </message>
    <message>
        <source>继续编辑</source>
        <translation>Go on editing</translation>
    </message>
</context>
<context>
    <name>Validity</name>
    <message>
        <source>已修订</source>
        <translation>amended</translation>
    </message>
    <message>
        <source>已废止</source>
        <translation>repealed</translation>
    </message>
    <message>
        <source>未核实</source>
        <translation>not verified</translation>
    </message>
    <message>
        <source>现行</source>
        <translation>in force</translation>
    </message>
</context>
<context>
    <name>ValidityDialog</name>
    <message>
        <source>{0}（上次录入：{1}）</source>
        <translation>{0} (last entered: {1})</translation>
    </message>
    <message>
        <source>例如修订或废止文件的文号、查询的出处</source>
        <translation>Such as the amending document, or where you looked</translation>
    </message>
    <message>
        <source>依据(&amp;N)</source>
        <translation>&amp;Basis</translation>
    </message>
    <message>
        <source>原文不载明自身是否有效。这里填的是您本人核实的结果，标为“录入”，只保存在这台电脑的设置文件夹中。</source>
        <translation>The source does not state whether it is in force. What you enter here is your own finding, marked &quot;Entered&quot; and kept only in the settings folder of this computer.</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>已修订(&amp;2)</source>
        <translation>&amp;Amended</translation>
    </message>
    <message>
        <source>已废止(&amp;3)</source>
        <translation>&amp;Repealed</translation>
    </message>
    <message>
        <source>录入</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>录入日期：今天，{0}</source>
        <translation>Date of entry: today, {0}</translation>
    </message>
    <message>
        <source>录入时效</source>
        <translation>Enter validity</translation>
    </message>
    <message>
        <source>未核实(&amp;4)</source>
        <translation>&amp;Not verified</translation>
    </message>
    <message>
        <source>现行(&amp;1)</source>
        <translation>&amp;In force</translation>
    </message>
</context>
<context>
    <name>VerdictDesk</name>
    <message>
        <source>{0} 项对应</source>
        <translation>{0} links</translation>
    </message>
    <message>
        <source>{0}（您已录：{1}）</source>
        <translation>{0} (you entered: {1})</translation>
    </message>
    <message>
        <source>对下列 {0} 项对应录入同样的审阅；不录的，取消勾选。</source>
        <translation>The same verdict is entered for these {0} correspondences; clear the tick of those that it isn&apos;t meant for.</translation>
    </message>
    <message>
        <source>您已同意，没有改动</source>
        <translation>You agree already; nothing was changed</translation>
    </message>
    <message>
        <source>撤回审阅</source>
        <translation>Verdict withdrawn</translation>
    </message>
    <message>
        <source>未对应</source>
        <translation>no unit</translation>
    </message>
    <message>
        <source>此处没有您的审阅可撤回</source>
        <translation>There is no verdict of yours to withdraw here</translation>
    </message>
    <message>
        <source>没有撤回</source>
        <translation>Not withdrawn</translation>
    </message>
</context>
<context>
    <name>VerdictDialog</name>
    <message>
        <source>同意未对应(&amp;1)</source>
        <translation>Agree: none (&amp;1)</translation>
    </message>
    <message>
        <source>审阅对应</source>
        <translation>Verdict on a Link</translation>
    </message>
    <message>
        <source>建议对应</source>
        <translation>Proposed unit</translation>
    </message>
    <message>
        <source>建议对应其他机构(&amp;U)</source>
        <translation>Propose another &amp;unit</translation>
    </message>
    <message>
        <source>所勾选的各项录入同一理由</source>
        <translation>One reason is entered for all that are ticked</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>理由(&amp;R)</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>要审阅的各项对应</source>
        <translation>Correspondences the verdict is for</translation>
    </message>
    <message>
        <source>请至少勾选一项对应。</source>
        <translation>Tick at least one correspondence.</translation>
    </message>
    <message>
        <source>请选择机构，或不勾选“建议对应其他机构”。</source>
        <translation>Choose a unit, or clear the tick of &quot;Propose another unit&quot;.</translation>
    </message>
</context>
<context>
    <name>VerdictKeys</name>
    <message>
        <source>不同意此对应…</source>
        <translation>Disagree with this link...</translation>
    </message>
    <message>
        <source>不同意这 {0} 项对应…</source>
        <translation>Disagree with these {0} links...</translation>
    </message>
    <message>
        <source>同意未对应</source>
        <translation>Agree: no unit corresponds</translation>
    </message>
    <message>
        <source>同意此对应</source>
        <translation>Agree with this link</translation>
    </message>
    <message>
        <source>同意这 {0} 项对应</source>
        <translation>Agree with these {0} links</translation>
    </message>
    <message>
        <source>存疑…</source>
        <translation>Doubtful...</translation>
    </message>
    <message>
        <source>建议对应…</source>
        <translation>Propose a unit...</translation>
    </message>
    <message>
        <source>撤回本人的审阅</source>
        <translation>Withdraw my verdict</translation>
    </message>
</context>
<context>
    <name>WrappedLabel</name>
    <message>
        <source>全选</source>
        <translation>Select all</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
</context>
<context>
    <name>_Handle</name>
    <message>
        <source>关上{0}</source>
        <translation>Close {0}</translation>
    </message>
    <message>
        <source>打开{0}</source>
        <translation>Open {0}</translation>
    </message>
</context>
</TS>
