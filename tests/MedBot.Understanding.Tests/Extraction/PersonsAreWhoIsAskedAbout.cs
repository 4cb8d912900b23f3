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

    [Fact]
    public void AStudentOfAUniversityIsAStudentToo() =>
        Assert.Equal([Person.UniversityStudent, Person.Student], Bot.ReadOne("大学生医保怎么交").Slots.Persons!.Value);

    [Theory]
    [InlineData("我儿子35了住院报多少")]
    [InlineData("我家丫头30岁住院报多少")]
    public void ASonOrDaughterOfAgeIsNoChild(string message) =>
        Assert.DoesNotContain(Person.Child, Bot.Read(message)[0].Slots.Persons?.Value ?? []);

    [Fact]
    public void ToGiveBirthToAChildNamesNoChild() =>
        Assert.Null(Bot.ReadOne("生孩子能报多少").Slots.Persons);
}
