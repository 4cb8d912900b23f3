using MedBot.Policy.Care;

namespace MedBot.Understanding.Tests.Extraction;

public sealed class PersonsAreWhoIsAskedAbout
{
    [Theory]
    [InlineData("月子里的娃怎么上医保", Person.Newborn)]
    [InlineData("未满月的孩子怎么参保", Person.Newborn)]
    [InlineData("刚出世嘅BB点样入医保", Person.Newborn)]
    [InlineData("我奶奶住院报多少", Person.Elderly)]
    [InlineData("我妈72了住院报多少", Person.Elderly)]
    [InlineData("五保户要交医保吗", Person.Destitute)]
    [InlineData("吃低保的要交多少", Person.MinimumLiving)]
    [InlineData("大三学生医保在哪交", Person.UniversityStudent)]
    [InlineData("娃儿三岁医保好多钱", Person.Child)]
    [InlineData("孤儿的医保谁交", Person.Orphan)]
    public void ANameOrAnAgeTellsTheGroup(string message, Person person) =>
        Assert.Equal(person, Bot.Read(message)[0].Slots.Persons?.Value[0]);

    [Theory]
    [InlineData("幺儿 我问一下医保多少钱一个人")]
    [InlineData("公公59住院报多少")]
    public void WhoIsSpokenToOrNotYetOldIsNotOfTheGroup(string message) => Assert.Null(Bot.Read(message)[0].Slots.Persons);

    [Fact]
    public void AStudentOfAUniversityIsAStudentToo() =>
        Assert.Equal([Person.UniversityStudent, Person.Student], Bot.ReadOne("大学生医保怎么交").Slots.Persons!.Value);

    [Theory]
    [InlineData("我儿子35了住院报多少")]
    [InlineData("我家丫头30岁住院报多少")]
    public void ASonOrDaughterOfAgeIsNoChild(string message) =>
        Assert.DoesNotContain(Person.Child, Bot.Read(message)[0].Slots.Persons?.Value ?? []);

    [Theory]
    [InlineData("我幺儿说十二月底之前交都行 医保几号截止")]
    [InlineData("孙女帮我打的字 医保还交得到几天")]
    [InlineData("在外面带孙子 医保截止了没有")]
    [InlineData("我这两天老头晕 吃什么药")]
    [InlineData("娃给我买的手机我不会用 交医保去哪里")]
    [InlineData("我不残疾 医保交多少")]
    [InlineData("我孙子不在家 村委会能交医保不")]
    [InlineData("我下月初生孩子 医保能报多少")]
    public void WhoSpeaksHelpsOrIsMindedIsNotAskedAbout(string message) => Assert.Null(Bot.Read(message)[0].Slots.Persons);

    [Fact]
    public void WhoSaysSomethingEndsNoThread()
    {
        var before = Bot.ReadOne("我家吃低保的 医保还掏钱不");
        var request = Assert.Single(Bot.Interpreter.Interpret("邻居说要掏", new Context { LastIntent = before.Intent, Remembered = before.Slots }, Bot.Today));

        Assert.Contains(Person.MinimumLiving, request.Slots.Persons!.Value);
    }

    [Fact]
    public void WhetherSomebodyIsInNeedIsAsked() =>
        Assert.Contains(Person.MinimumLiving, Bot.Read("是不是低保户就不用交医保")[0].Slots.Persons!.Value);

    [Fact]
    public void ToGiveBirthToAChildNamesNoChild() =>
        Assert.Null(Bot.ReadOne("生孩子能报多少").Slots.Persons);
}
