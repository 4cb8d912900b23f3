namespace MedBot.Understanding.Tests.Acts;

public sealed class MessagesThatAskNothing
{
    [Theory]
    [InlineData("重新来", SpeechAct.Restart)]
    [InlineData("算了", SpeechAct.Cancel)]
    [InlineData("算了不问了", SpeechAct.Cancel)]
    [InlineData("算了 等我孙子回来再说", SpeechAct.Cancel)]
    [InlineData("谢谢啊", SpeechAct.Thanks)]
    [InlineData("唔该晒", SpeechAct.Thanks)]
    [InlineData("难为你了", SpeechAct.Thanks)]
    [InlineData("谢谢侬 讲得老清爽", SpeechAct.Thanks)]
    [InlineData("晓得咯 拜拜", SpeechAct.Goodbye)]
    [InlineData("thx", SpeechAct.Thanks)]
    [InlineData("你是真人吗", SpeechAct.AskAbilities)]
    [InlineData("啷个才这点哦", SpeechAct.AskWhy)]
    [InlineData("你好", SpeechAct.Greet)]
    [InlineData("大半夜的 有人在吗", SpeechAct.Greet)]
    [InlineData("谢谢您，祝您身体健康", SpeechAct.Thanks)]
    [InlineData("谢谢了闺女", SpeechAct.Thanks)]
    [InlineData("再见", SpeechAct.Goodbye)]
    [InlineData("转人工", SpeechAct.AskPerson)]
    [InlineData("说不清楚 给我转个真人", SpeechAct.AskPerson)]
    [InlineData("你能做什么", SpeechAct.AskAbilities)]
    [InlineData("怎么算出来的", SpeechAct.AskSteps)]
    [InlineData("为什么这么少", SpeechAct.AskWhy)]
    [InlineData("依据是什么", SpeechAct.AskSource)]
    public void AreActs(string message, SpeechAct act) => Assert.Equal(act, Bot.ReadOne(message).Act);

    [Theory]
    [InlineData("你好，医保什么时候交")]
    [InlineData("谢谢，再问下住院报多少")]
    [InlineData("为什么居民医保年年涨价")]
    [InlineData("帮我算一下住院能报多少")]
    [InlineData("算了 他在县医院花了三万八")]
    public void AQuestionBesideThemIsAsked(string message) => Assert.Equal(SpeechAct.Ask, Bot.ReadOne(message).Act);
}
