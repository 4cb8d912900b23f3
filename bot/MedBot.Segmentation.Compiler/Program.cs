using MedBot.Segmentation.Compiler;

if (args is not ["dictionary" or "idf", .., _] || args.Length < (args[0] == "idf" ? 3 : 4))
{
    Console.Error.WriteLine("""
        Usage: dictionary DICT.txt... HMM.utf8 OUT.bin     (several dictionaries count as one)
               idf IDF.txt DICT.txt... OUT.bin             (the dictionaries tell which characters are common)
        """);
    return 2;
}

try
{
    Action<Stream> write = args[0] == "dictionary"
        ? DictionaryCompiler.Compile(DictionaryText.Read(args[1..^2]), HmmText.Read(args[^2])).Write
        : IdfCompiler.Compile(IdfText.Read(args[1]), DictionaryText.Read(args[2..^1])).Write;

    // Whole or not at all: a build that is stopped here must not leave half a file that looks up to date.
    var output = Path.GetFullPath(args[^1]);
    Directory.CreateDirectory(Path.GetDirectoryName(output)!);
    using (var file = File.Create(output + ".part"))
        write(file);
    File.Move(output + ".part", output, overwrite: true);
    return 0;
}
catch (InvalidDataException wrong)
{
    Console.Error.WriteLine($"error : {wrong.Message}");
    return 1;
}
