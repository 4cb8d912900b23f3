using System.Collections.Immutable;
using System.Text;
using MedBot.Knowledge;
using MedBot.Knowledge.Yaml;

namespace MedBot.Channels.WeChat.Menu;

/// <summary>Reads a menu that staff wrote, as strictly as everything under knowledge/, by the platform's limits.</summary>
public static class MenuFile
{
    /// <summary>The file under knowledge/.</summary>
    public const string Name = "wechat-menu.yaml";

    private const int MostButtons = 3, MostBelow = 5, LongestName = 16, LongestNameBelow = 60, LongestKey = 128, LongestUrl = 1024;

    /// <param name="file">The file's name, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="KnowledgeException">It is no menu that the platform takes.</exception>
    public static WeChatMenu Parse(string file, string text)
    {
        var map = YamlMap.Parse(file, text);
        var buttons = ReadButtons(map, MostButtons, Top);
        map.End();
        return new WeChatMenu(buttons);
    }

    private static MenuButton Top(YamlMap map)
    {
        if (!map.Has("buttons"))
            return Leaf(map, LongestName);
        var button = new MenuButton(Limited(map, "name", LongestName)) { Below = ReadButtons(map, MostBelow, below => Leaf(below, LongestNameBelow)) };
        map.End();
        return button;
    }

    private static MenuButton Leaf(YamlMap map, int longestName)
    {
        var name = Limited(map, "name", longestName);
        if (map.Has("ask") == map.Has("open"))
            throw map.WrongHere($"“{name}”要么问一句话，要么打开网页", "ask: 一句话，或 open: 网址");
        var button = map.Has("ask")
            ? new MenuButton(name) { Type = "click", Key = Limited(map, "ask", LongestKey) }
            : new MenuButton(name) { Type = "view", Url = Page(map) };
        map.End();
        return button;
    }

    private static ImmutableArray<MenuButton> ReadButtons(YamlMap map, int most, Func<YamlMap, MenuButton> read)
    {
        ImmutableArray<MenuButton> buttons = [.. map.Maps("buttons").Select(read)];
        return buttons.Length > 0 && buttons.Length <= most ? buttons : throw map.WrongHere($"这里有 {buttons.Length} 个按钮", $"1 到 {most} 个按钮");
    }

    private static string Limited(YamlMap map, string key, int bytes)
    {
        var expected = $"不超过 {bytes} 字节（一个汉字 3 字节）";
        var text = map.Text(key, expected);
        return Encoding.UTF8.GetByteCount(text) <= bytes ? text : throw map.Wrong(key, text, expected);
    }

    private static string Page(YamlMap map)
    {
        const string expected = "http 或 https 网址";
        var text = Limited(map, "open", LongestUrl);
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? text
            : throw map.Wrong("open", text, expected);
    }
}
