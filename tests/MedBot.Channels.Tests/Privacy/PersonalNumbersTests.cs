using System.Text.Json;
using MedBot.Channels.Privacy;

namespace MedBot.Channels.Tests.Privacy;

public sealed class PersonalNumbersTests
{
    [Theory]
    [InlineData("我的身份证110101199003071234能查吗", "我的身份证［号码已隐去］能查吗")]
    [InlineData("11010119900307123X", "［号码已隐去］")]
    [InlineData("11010119900307123x。", "［号码已隐去］。")]
    [InlineData("老身份证110101900307123", "老身份证［号码已隐去］")]
    [InlineData("110101 19900307 1234", "［号码已隐去］")]
    [InlineData("１１０１０１１９９００３０７１２３４", "［号码已隐去］")]
    [InlineData("电话13800138000，微信同号", "电话［号码已隐去］，微信同号")]
    [InlineData("138-0013-8000", "［号码已隐去］")]
    [InlineData("+86 138 0013 8000", "［号码已隐去］")]
    [InlineData("+8613800138000", "+［号码已隐去］")]
    [InlineData("卡号6222021234567890123", "卡号［号码已隐去］")]
    [InlineData("6222 0212 3456 7890 123", "［号码已隐去］")]
    [InlineData("6222 0212 3456 7890", "［号码已隐去］")]
    [InlineData("13800138000和13900139000", "［号码已隐去］和［号码已隐去］")]
    public void NumbersThatTellWhoSomebodyIsAreTakenOut(string written, string kept) => Assert.Equal(kept, PersonalNumbers.Conceal(written));

    [Theory]
    [InlineData("住院花了12000元，一共23456.78")]
    [InlineData("2025-11-01到2025-12-31交")]
    [InlineData("2025-11-01 2025-12-31")]
    [InlineData("2025 2026 2027")]
    [InlineData("打12393还是0316-2058800")]
    [InlineData("1234567890元")]
    [InlineData("代码131000")]
    [InlineData("国办发〔2024〕38号")]
    public void AmountsDatesAndHotlinesStay(string written) => Assert.Equal(written, PersonalNumbers.Conceal(written));

    [Theory]
    [InlineData("""{"phone":"13800138000","n":[13800138000,400]}""", """{"phone":"［号码已隐去］","n":["［号码已隐去］",400]}""")]
    [InlineData("""{"a":"\u0031\u0033800138000"}""", """{"a":"［号码已隐去］"}""")]
    [InlineData("""{"13800138000":true}""", """{"［号码已隐去］":true}""")]
    [InlineData("""{"b":null,"a":[1.50,{"c":"x"}]}""", """{"b":null,"a":[1.50,{"c":"x"}]}""")]
    public void ValuesAreSearchedToTheBottom(string written, string kept) =>
        Assert.Equal(
            JsonSerializer.Serialize(JsonDocument.Parse(kept).RootElement),
            JsonSerializer.Serialize(PersonalNumbers.Conceal(JsonDocument.Parse(written).RootElement)));
}
