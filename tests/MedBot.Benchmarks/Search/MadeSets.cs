namespace MedBot.Benchmarks.Search;

/// <summary>
/// Judged sets made by rule from vocabulary of our own: who asks, about what, and which detail. Every question is put in several wordings with
/// other words for the same thing, so that documents are found by what two wordings share. No figure in them is a fact.
/// </summary>
public static class MadeSets
{
    private const int Seed = 7;

    private static readonly string[][] People =
    [
        ["新生儿", "刚出生的宝宝", "刚生的孩子"], ["大学生", "在校学生", "上大学的孩子"], ["低保户", "吃低保的人", "低保家庭"], ["退休老人", "退了休的父母", "老年人"],
        ["灵活就业人员", "没有固定单位的人", "自由职业者"], ["外地户口的居民", "不是本地户籍的人", "在这里打工的外地人"], ["孕妇", "怀孕的妇女", "准妈妈"],
        ["残疾人", "持残疾证的人", "重度残疾居民"], ["特困人员", "五保户", "特困供养对象"], ["中小学生", "上小学的孩子", "读中学的学生"],
        ["失业人员", "没有工作的人", "刚失业的人"], ["慢性病患者", "有高血压的病人", "长期吃药的病人"],
    ];

    private static readonly string[][] Matters =
    [
        ["参加居民医保", "加入城乡居民医疗保险", "上居民医保"], ["住院报销", "住院费用的报销", "住院花的钱报销"], ["门诊报销", "看门诊的费用报销", "在门诊看病报销"],
        ["异地就医备案", "到外地看病的备案", "去别的城市治病登记"], ["缴纳医保费", "交医疗保险费", "医保缴费"], ["申请医疗救助", "领取医疗救助金", "办医疗救助"],
        ["申领医保电子凭证", "激活电子医保码", "开通手机上的医保码"], ["办理大病保险", "大病保险理赔", "大病二次报销"], ["办理医保转移", "把医保关系转走", "医保转到别的地方"],
        ["停保退费", "把交了的医保费退回来", "不想参保了退钱"], ["恢复断缴的医保", "断保以后重新接上", "中断后续保"], ["办理慢特病门诊资格", "认定门诊慢性病", "申请慢病待遇"],
    ];

    private static readonly (string[] Questions, string Answer)[] Details =
    [
        (["{0}{1}需要什么材料？", "{1}，{0}要带哪些证件", "{0}想{1}，要准备什么东西"], "办理时出示身份证件原件和复印件，填写申请表；代办的还要委托书。"),
        (["{0}{1}的时间是什么时候？", "{1}有没有期限，{0}几月份办", "{0}什么时候可以{1}"], "每年在公布的期间内办理，错过的要等下一个期间或者按补办的规定处理。"),
        (["{0}{1}在哪里办理？", "{0}要{1}，应该去哪个部门", "{1}去什么地方，{0}能不能网上办"], "可以到社区服务站、政务大厅的窗口，也可以在线上平台提交。"),
        (["{0}{1}要花多少钱？", "{0}{1}收不收费，交几块钱", "{1}的费用，{0}是不是要少交"], "按当年公布的标准收取，符合条件的人由财政全部或者部分代缴。"),
        (["{0}{1}以后多久生效？", "{1}办完，{0}几天能用", "{0}{1}要等多长时间"], "自审核通过的次日起开始计算，一般在工作日内完成，短信通知结果。"),
        (["{0}{1}不成功怎么办？", "{0}{1}被退回来了如何处理", "为什么{0}没法{1}"], "先核对姓名和号码是否一致，再联系经办机构说明原因，可以申请复核。"),
    ];

    /// <summary>Questions to stored questions, questions to answers, and questions to the passages of articles.</summary>
    public static IReadOnlyList<JudgedSet> All() => [Faq(), Answers(), Passages()];

    private static JudgedSet Faq() => Make("made-faq", (person, matter, detail, _) =>
        (string.Format(detail.Questions[0], person[0], matter[0]), Answer(person[0], matter[0], detail.Answer)));

    private static JudgedSet Answers() => Make("made-answers", (person, matter, detail, _) => ("", Answer(person[0], matter[0], detail.Answer)));

    private static JudgedSet Passages() => Make("made-passages", (person, matter, detail, _) =>
        ($"{person[0]}办事指南：{matter[0]}", $"{Heading(detail.Questions[0])}{detail.Answer}"));

    private static string Heading(string question) => string.Format(question, "", "").TrimEnd('？') + "：";

    private static string Answer(string person, string matter, string answer) => $"{person}{matter}的，{answer}其他人员{matter}按同样的程序执行。";

    private static JudgedSet Make(string name, Func<string[], string[], (string[] Questions, string Answer), Random, (string Title, string Body)> row)
    {
        var random = new Random(Seed);
        var rows = new List<TsvRow>();
        var queries = new List<JudgedQuery>();
        foreach (var person in People)
            foreach (var matter in Matters)
                foreach (var detail in Details)
                {
                    var id = $"r{rows.Count:D4}";
                    var (title, body) = row(person, matter, detail, random);
                    rows.Add(new TsvRow(id, title, body));
                    if (random.Next(3) > 0)
                        continue;
                    // Another wording of the question, with one of the two names said in another way.
                    var other = random.Next(2) == 0;
                    var question = string.Format(detail.Questions[random.Next(1, 3)], person[other ? random.Next(1, 3) : 0], matter[other ? 0 : random.Next(1, 3)]);
                    queries.Add(new JudgedQuery(question, new HashSet<string> { id }));
                }

        return new JudgedSet(name, rows, queries);
    }
}
