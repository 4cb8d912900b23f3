using System.Collections.Immutable;
using MedBot.Knowledge.Yaml;

namespace MedBot.Knowledge.Lexicons;

/// <summary>Reads the files of knowledge/lexicon strictly.</summary>
internal sealed class LexiconReader(string knowledgePath)
{
    private const string Folder = "lexicon/";

    private static readonly ImmutableArray<string> WordingFiles = ["synonyms.yaml", "dialect.yaml", "typos.yaml"];

    public Lexicon Read()
    {
        var wordings = WordingFiles.Select(ReadWording).ToList();
        return new Lexicon
        {
            Simplified = ReadTraditional(),
            Rewordings = Unique(wordings),
            Kept = [.. wordings.SelectMany(wording => wording.Kept)],
            Homophones = ReadHomophones(),
            Pinyin = ReadPinyin(),
            Fillers = ReadFillers(),
            Places = ReadPlaces(),
            PlaceRoles = ReadGroups("place-roles.yaml", "place_roles"),
            Threads = ReadGroups("threads.yaml", "threads"),
            Negations = ReadGroups("negations.yaml", "negations"),
            Amounts = ReadGroups("amounts.yaml", "amounts"),
            Persons = ReadList("persons.yaml", "persons", CaseNames.Persons, "person", (map, person) =>
                new PersonWords(person, Words(map), map.OptionalInteger("from_age", 0, 120), map.OptionalInteger("to_age", 0, 120))),
            HospitalLevels = ReadList("hospital-levels.yaml", "levels", CaseNames.Levels, "level", (map, level) =>
                new LevelWords(level, Words(map), map.OptionalYesNo("assumed") ?? false, map.Texts("needs"), map.Texts("unless_before"), map.OptionalYesNo("when_asked") ?? false)),
            Channels = ReadList("channels.yaml", "channels", CaseNames.Channels, "channel", (map, channel) =>
                new ChannelWords(channel, Words(map), map.Texts("needs"), map.Texts("unless_before"))),
            Care = ReadList("care.yaml", "care", CaseNames.Care, "care", (map, care) => new CareWords(care, Words(map))),
            Circumstances = ReadList("elsewhere.yaml", "elsewhere", CaseNames.Circumstances, "circumstance", (map, circumstance) => new CircumstanceWords(circumstance, Words(map))),
            Treatments = ReadList("treatments.yaml", "treatments", CaseNames.Treatments, "kind", (map, kind) =>
                new TreatmentWords(map.Text("name"), kind, map.Texts("words").Insert(0, map.Text("name")))),
            Concepts = ReadConcepts(),
            Acts = ReadGroups("acts.yaml", "acts"),
            Intents = ReadIntents(),
        };
    }

    private ImmutableDictionary<char, char> ReadTraditional()
    {
        var map = Open("traditional.yaml");
        var simplified = ImmutableDictionary.CreateBuilder<char, char>();
        foreach (var line in map.Texts("pairs"))
        {
            foreach (var pair in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (pair.Length != 2)
                    throw map.WrongHere($"“{pair}”不是一对字", "繁体字紧跟简体字，如 報报，各对之间空一格");
                simplified[pair[0]] = pair[1];
            }
        }
        map.End();
        return simplified.ToImmutable();
    }

    private (ImmutableArray<Rewording> Rewordings, ImmutableArray<string> Kept, YamlMap File) ReadWording(string name)
    {
        var map = Open(name);
        var replace = map.Map("replace");
        var rewordings = Rewordings(replace);
        var kept = map.Texts("keep");
        map.End();
        return (rewordings, kept, map);
    }

    private static ImmutableArray<Rewording> Unique(IEnumerable<(ImmutableArray<Rewording> Rewordings, ImmutableArray<string> Kept, YamlMap File)> files)
    {
        var meant = new Dictionary<string, string>();
        foreach (var (rewordings, _, file) in files)
        {
            foreach (var (said, means) in rewordings)
            {
                if (!meant.TryAdd(said, means))
                    throw file.WrongHere($"“{said}”既当“{meant[said]}”又当“{means}”", "一种说法只对应一个标准说法");
            }
        }
        return [.. meant.Select(pair => new Rewording(pair.Key, pair.Value))];
    }

    private HomophoneWords ReadHomophones()
    {
        var map = Open("homophones.yaml");
        var sounds = map.Map("sounds");
        var syllables = sounds.Keys.ToImmutableDictionary(syllable => syllable, syllable => sounds.Text(syllable, "读这个音的字，连写"));
        var homophones = new HomophoneWords(map.Texts("words"), syllables, map.Texts("never"));
        map.End();
        return homophones;
    }

    private ImmutableArray<Rewording> ReadPinyin()
    {
        var map = Open("pinyin.yaml");
        var pinyin = Rewordings(map.Map("words")).AddRange(Rewordings(map.Map("places")));
        foreach (var (said, _) in pinyin)
        {
            if (!said.All(char.IsAsciiLetterLower))
                throw map.WrongHere($"拼音“{said}”里有别的字符", "小写字母连写，不带声调和空格，如 yibao");
        }
        map.End();
        return pinyin;
    }

    private ImmutableArray<string> ReadFillers()
    {
        var map = Open("fillers.yaml");
        var fillers = map.Texts("fillers");
        map.End();
        return fillers;
    }

    private PlaceWords ReadPlaces()
    {
        var map = Open("places.yaml");
        var names = map.Map("nicknames");
        var nicknames = names.Keys.SelectMany(code => names.Texts(code).Select(name => new Nickname(name, code, names.Line))).ToImmutableArray();
        var places = new PlaceWords(nicknames, map.Texts("needs_suffix"), map.Texts("never_before"), map.Texts("not_places"), map.Texts("not_covered"));
        map.End();
        return places;
    }

    private ImmutableArray<WordGroup> ReadGroups(string name, string key)
    {
        var map = Open(name);
        var groups = map.Map(key);
        var read = groups.Keys.Select(group => new WordGroup(group, NotEmpty(groups, group), map.File, groups.Line)).ToImmutableArray();
        map.End();
        return read;
    }

    /// <summary>concepts.yaml: the groups, and under roles what a group says about the subject of a question.</summary>
    private ImmutableArray<WordGroup> ReadConcepts()
    {
        var map = Open("concepts.yaml");
        var (groups, roles) = (map.Map("concepts"), map.Map("roles"));
        var (anchors, questions) = (GroupsNamed("anchors"), GroupsNamed("questions"));
        var names = CaseNames.Subjects.ToDictionary(role => role.Key, role => GroupsNamed(role.Key));
        roles.End();
        var read = groups.Keys.Select(group => new WordGroup(group, NotEmpty(groups, group), map.File, groups.Line)
        {
            IsAnchor = anchors.Contains(group),
            NamesQuestion = questions.Contains(group),
            Subject = CaseNames.Subjects.Where(role => names[role.Key].Contains(group)).Select(role => role.Value).DefaultIfEmpty(GroupSubject.Own).First(),
        }).ToImmutableArray();
        map.End();
        return read;

        ImmutableArray<string> GroupsNamed(string role)
        {
            var named = roles.Texts(role);
            return named.FirstOrDefault(name => !groups.Keys.Contains(name)) is { } absent
                ? throw roles.Wrong(role, absent, "concepts 下面有的词组")
                : named;
        }
    }

    private ImmutableArray<TEntry> ReadList<TKey, TEntry>(string name, string key, IReadOnlyDictionary<string, TKey> choices, string choiceKey, Func<YamlMap, TKey, TEntry> read)
    {
        var map = Open(name);
        var entries = ImmutableArray.CreateBuilder<TEntry>();
        foreach (var entry in map.Maps(key))
        {
            entries.Add(read(entry, entry.Choice(choiceKey, choices)));
            entry.End();
        }
        map.End();
        return entries.ToImmutable();
    }

    private ImmutableArray<IntentWords> ReadIntents()
    {
        var folder = Path.Combine(knowledgePath, "lexicon", "intents");
        if (!Directory.Exists(folder))
            throw new KnowledgeException(new KnowledgeProblem(Folder + "intents", 1, "没有这个文件夹", "每个意图一个 .yaml 文件"));
        return [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(path => ReadIntent(Path.GetFileName(path)))];
    }

    private IntentWords ReadIntent(string name)
    {
        var map = Open("intents/" + name);
        var intent = map.Text("intent", "意图的英文名，和文件名相同");
        if (intent + ".yaml" != name)
            throw map.Wrong("intent", intent, Path.GetFileNameWithoutExtension(name) + "（和文件名相同）");
        var signals = map.Maps("signals").Select(ReadSignal).ToImmutableArray();
        var examples = NotEmpty(map, "examples").SelectMany(line => ReadExamples(map, line)).ToImmutableArray();
        var words = new IntentWords(intent, map.Text("title"), map.Text("question"), map.Texts("cores"), signals, examples, map.File);
        map.End();
        return words;
    }

    private static SignalWords ReadSignal(YamlMap map)
    {
        var signal = new SignalWords(NotEmpty(map, "all"), map.Texts("none"), map.OptionalDecimal("weight") is { } weight ? (double)weight : throw map.WrongHere("缺少“weight”", "weight: 数字，如 2"), map.Line);
        map.End();
        return signal;
    }

    private static IEnumerable<ExampleQuestion> ReadExamples(YamlMap map, string line)
    {
        var spellings = ExamplePattern.Expand(line) ?? throw map.Wrong("examples", line, ExamplePattern.Form);
        return spellings.Select(spelling => new ExampleQuestion(spelling, 1 / Math.Sqrt(spellings.Length)));
    }

    private static ImmutableArray<Rewording> Rewordings(YamlMap replace) =>
        [.. replace.Keys.SelectMany(meant => NotEmpty(replace, meant).Select(said => new Rewording(said, meant)))];

    private static ImmutableArray<string> Words(YamlMap map) => NotEmpty(map, "words");

    private static ImmutableArray<string> NotEmpty(YamlMap map, string key) =>
        map.Texts(key) is { Length: > 0 } texts ? texts : throw map.WrongHere($"“{key}”下面没有词", $"{key}: 一项一个词的列表");

    private YamlMap Open(string name)
    {
        var path = Path.Combine(knowledgePath, "lexicon", name.Replace('/', Path.DirectorySeparatorChar));
        return File.Exists(path)
            ? YamlMap.Parse(Folder + name, File.ReadAllText(path))
            : throw new KnowledgeException(new KnowledgeProblem(Folder + name, 1, "没有这个文件", "一个 YAML 文件，写法见 knowledge/README.md"));
    }
}
